package io.cybervpn.application.payment.port;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.util.UUID;

/** Orders that staff name as what money is for, as those know who sell. */
public interface NamedOrders {
    /** What an order is to money that looks for one. */
    sealed interface Standing {
        /** It can be paid, also if it was given up. */
        record Unpaid(AccountId buyer, Money total) implements Standing {}

        /** It is paid. */
        record Paid() implements Standing {}

        /** Its buyer does not want it any more. */
        record Cancelled() implements Standing {}

        /** There is none. */
        record NotThere() implements Standing {}
    }

    /** Holds it until the open unit of work ends; hold its buyer before, if you need him. */
    Uni<Standing> hold(UUID order);

    /**
     * Pays it out of its buyer's wallet, which has enough; fails if it has not, or if it is not
     * unpaid. Only for an open unit of work that holds it.
     */
    Uni<Void> pay(UUID order);
}
