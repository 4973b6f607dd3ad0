package io.cybervpn.infrastructure.payment.postgres;

import io.cybervpn.application.payment.PaymentFilter;
import io.cybervpn.infrastructure.shared.Conditions;

/** A filter of payments as SQL, each condition in the form that finds its index. */
final class PaymentConditions {
    private PaymentConditions() {}

    static Conditions of(PaymentFilter filter) {
        Conditions all = new Conditions();
        all.oneOfOurs("state", filter.states());
        all.oneOf("provider", filter.providers());
        filter.payer().ifPresent(payer -> all.add("payer = " + all.next(payer.value())));
        filter.text().ifPresent(text -> about(all, text));
        all.between("created_at", filter.createdFrom(), filter.createdTo());
        return all;
    }

    /** The same for what follows the place to go on from. */
    static Conditions afterPlace(PaymentFilter filter) {
        Conditions all = of(filter);
        filter.after().ifPresent(last -> all.add("id < " + all.next(last.value())));
        return all;
    }

    /** Some providers give UUIDs too, so an id may as well be a reference. */
    private static void about(Conditions all, String text) {
        String reference = "provider_reference = " + all.next(text);
        Conditions.uuid(text)
                .map(all::next)
                .map("(id = %1$s or subject = %1$s or payer = %1$s or "::formatted)
                .ifPresentOrElse(ids -> all.add(ids + reference + ")"), () -> all.add(reference));
    }
}
