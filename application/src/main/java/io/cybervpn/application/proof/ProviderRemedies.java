package io.cybervpn.application.proof;

import java.util.HashMap;
import java.util.Map;

/** What differences between the books and a payment provider mean and how they are mended. */
final class ProviderRemedies {
    private static final String RECHECK =
            "Check it with POST /api/v1/payments/{id}/check; what the provider then says is applied"
                    + " by the one way. If it stays, ask the provider's support with its reference.";

    private ProviderRemedies() {}

    /** These and others. */
    static Map<String, Remedy> and(Map<String, Remedy> others) {
        Map<String, Remedy> all = new HashMap<>(others);
        all.put(
                "payment-not-paid-at-provider",
                new Remedy("We booked a payment that its provider does not call paid.", RECHECK));
        all.put(
                "payment-of-other-money-at-provider",
                new Remedy("We booked other money than the provider says it took.", RECHECK));
        all.put(
                "provider-payment-not-booked",
                new Remedy(
                        "The provider took money that is not in our books.",
                        "Find the provider's reference in the inbox (GET /api/v1/admin/inbox): a"
                                + " message that waits is applied by itself. If there is none, the"
                                + " provider could not reach us: look at its webhook settings, and"
                                + " check the payment. What fits no payment is at GET"
                                + " /api/v1/admin/unallocated."));
        all.put(
                "provider-refund-not-booked",
                new Remedy(
                        "The provider gave money back that we know nothing of.",
                        "The proof has the provider asked what it was, and that is booked within"
                                + " minutes: the next proof does not find it. If it does, look for the"
                                + " name in the inbox (GET /api/v1/admin/inbox?q=) and at the log of"
                                + " returns that nobody can read."));
        all.put(
                "provider-refund-of-other-money",
                new Remedy(
                        "The provider gave back other money than we booked for it.",
                        "Look at the refunds of the payment"
                                + " (GET /api/v1/admin/payments/{id}/refunds) and at the provider's"
                                + " cabinet. What went back beyond the booked is the shop's loss until"
                                + " it is corrected by hand: stop further refunds of the payment first."));
        return Map.copyOf(all);
    }
}
