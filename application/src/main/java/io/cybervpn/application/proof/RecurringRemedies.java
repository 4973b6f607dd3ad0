package io.cybervpn.application.proof;

import java.util.HashMap;
import java.util.Map;

/** What broken rules of what is charged without the payer mean and how they are mended. */
final class RecurringRemedies {
    private RecurringRemedies() {}

    /** These and others. */
    static Map<String, Remedy> and(Map<String, Remedy> others) {
        Map<String, Remedy> all = new HashMap<>(others);
        all.put(
                "charge-without-renewal",
                new Remedy("A saved way to pay was charged for what is no renewal.", Remedy.BUG));
        all.put(
                "recurring-charge-not-sold",
                new Remedy(
                        "A provider charged by itself and no period was sold for it: the money is in"
                                + " the payer's wallet.",
                        Remedy.EVENTS));
        all.put(
                "charged-by-two-agreements",
                new Remedy(
                        "Two agreements have a provider charge for one subscription.",
                        "End it with PUT /api/v1/admin/subscriptions/{id}/recurring-payment, and give"
                                + " back what was charged twice."));
        return Map.copyOf(all);
    }
}
