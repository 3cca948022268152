-- The tests of a rule, as somebody wrote them: input series, times, expected states and orders.
ALTER TABLE "rule" ADD COLUMN "tests" JSONB NOT NULL DEFAULT '[]';
