-- What nobody planned: an order that a tablet made without a network, and who else saw the same trouble.

-- The number that a tablet gave, such as T-7F3K-12, before the order had one of its own. Both find it.
ALTER TABLE "work_order" ADD COLUMN "provisional_number" TEXT;
CREATE UNIQUE INDEX "work_order_org_id_provisional_number_key" ON "work_order"("org_id", "provisional_number");

CREATE TABLE "order_witness" (
    "org_id" UUID NOT NULL,
    "work_order_id" UUID NOT NULL,
    "person_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "note" TEXT,

    CONSTRAINT "order_witness_pkey" PRIMARY KEY ("org_id","work_order_id","person_id")
);
ALTER TABLE "order_witness" ADD CONSTRAINT "order_witness_org_id_work_order_id_fkey" FOREIGN KEY ("org_id", "work_order_id") REFERENCES "work_order"("org_id", "id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "order_witness" ADD CONSTRAINT "order_witness_org_id_person_id_fkey" FOREIGN KEY ("org_id", "person_id") REFERENCES "person"("org_id", "id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "order_witness" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "order_witness" FORCE ROW LEVEL SECURITY;
CREATE POLICY tenant ON "order_witness" TO mw_app USING (org_id = current_org()) WITH CHECK (org_id = current_org());
GRANT SELECT, INSERT, UPDATE, DELETE ON "order_witness" TO mw_app;
