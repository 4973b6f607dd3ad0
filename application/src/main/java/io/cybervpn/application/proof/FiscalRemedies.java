package io.cybervpn.application.proof;

import java.util.HashMap;
import java.util.Map;

/** What broken rules of fiscal receipts mean and how they are mended. */
final class FiscalRemedies {
    private static final String QUEUE =
            "Receipts of thirty days are queued by themselves within seconds: is an instance running"
                    + " with the registrar's settings? Older ones are to be made by hand.";

    private FiscalRemedies() {}

    /** These and others. */
    static Map<String, Remedy> and(Map<String, Remedy> others) {
        Map<String, Remedy> all = new HashMap<>(others);
        all.put(
                "payment-without-receipt",
                new Remedy("Money came that the tax office is to be told of, unqueued.", QUEUE));
        all.put(
                "refund-without-receipt",
                new Remedy("Money went back that the tax office is to be told of.", QUEUE));
        all.put(
                "receipt-of-no-money",
                new Remedy("A receipt is for what did not move so.", Remedy.BUG));
        all.put(
                "receipt-of-another-registrar",
                new Remedy(
                        "A payment has a receipt of its provider and one of somebody else.",
                        "Annul the one that is not the provider's at its registrar by hand. "
                                + Remedy.BUG));
        all.put(
                "receipt-not-made",
                new Remedy(
                        "The tax office does not have a receipt that it is to have.",
                        "GET /api/v1/admin/fiscal-receipts?state=given_up says why; mend that and retry"
                                + " it. Others are tried hourly: is the office away, its password wrong?"));
        return Map.copyOf(all);
    }
}
