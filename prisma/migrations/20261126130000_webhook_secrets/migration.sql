-- A webhook's secret that was renewed signs beside the new one for a while. What inside the plant may be reached is a setting of the
-- installation (WEBHOOK_ALLOW), since organizations share its network: their own lists end.

-- AlterTable
ALTER TABLE "channel_endpoint" ADD COLUMN "old_secret_until" TIMESTAMPTZ(3);

-- DropTable
DROP TABLE "outbound_allow";
