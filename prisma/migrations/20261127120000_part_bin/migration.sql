-- Where a part lies in the stores, as it is written on the shelf: a technician finds it by that, also without a network.
ALTER TABLE "part" ADD COLUMN "bin" TEXT;
