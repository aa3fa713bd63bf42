import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { present, total, truth, values, workspaceWith } from "./shared.ts";

const yaml = `
helder: 1
name: Telco
datasets:
  - {id: customers, file: data/Telco-Customer-Churn.csv, customer: customerID}
metrics:
  - {id: customers, type: count, dataset: customers}
  - {id: churned, type: count, dataset: customers, where: Churn = 'Yes'}
  - {id: churn, type: share, dataset: customers, of: Churn = 'Yes'}
  - {id: mrr, type: sum, dataset: customers, of: MonthlyCharges, unit: currency}
  - {id: churned-mrr, type: sum, dataset: customers, of: MonthlyCharges, where: Churn = 'Yes'}
  - {id: revenue-churn, type: ratio, numerator: churned-mrr, denominator: mrr, unit: percent}
  - {id: arpu, type: average, dataset: customers, of: MonthlyCharges}
  - {id: tenure, type: average, dataset: customers, of: tenure}
  - {id: total-charges, type: sum, dataset: customers, of: TotalCharges}
  - {id: blank, type: count, dataset: customers, where: TotalCharges is null}
`;

describe.skipIf(!present)("Telco", () => {
  let opened: Awaited<ReturnType<typeof workspaceWith>>;
  beforeAll(async () => {
    opened = await workspaceWith(["subscription/Telco-Customer-Churn.csv"], yaml);
  });
  afterAll(() => opened.dispose());

  test.each([
    ["customers", "customers", 1],
    ["churned", "churned", 1],
    ["churn", "churn_rate_pct", 0.01],
    ["mrr", "MRR_all", 1],
    ["churned-mrr", "MRR_churned", 1],
    ["revenue-churn", "revenue_churn_pct", 0.01],
    ["arpu", "ARPU", 1],
    ["tenure", "mean_tenure_months", 1],
    ["total-charges", "sum_TotalCharges", 1],
    ["blank", "blank_TotalCharges", 1],
  ])("%s", async (metric, path, scale) => {
    expect(Math.abs((await total(opened.engine, metric))! - truth["telco_churn"][path] * scale)).toBeLessThan(1e-6);
  });

  test("churn by contract", async () => {
    const byContract = await values(opened.engine, "churn", { grain: "total", by: ["Contract"] });
    for (const [contract, percent] of Object.entries<number>(truth["telco_churn"].churn_by_contract_pct)) {
      expect(byContract[contract]! * 100).toBeCloseTo(percent, 5);
    }
  });

  test("a dataset without a time column says what to do when it is asked for months", async () => {
    await expect(values(opened.engine, "mrr")).rejects.toMatchObject({ code: "no-time" });
  });
});
