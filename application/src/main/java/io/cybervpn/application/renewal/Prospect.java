package io.cybervpn.application.renewal;

import io.cybervpn.application.billing.Quote;
import io.cybervpn.domain.catalogue.PlanId;
import io.cybervpn.domain.renewal.Terms;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** What a renewal would cost now, against what the customer agreed to. */
sealed interface Prospect {
    /** It is to be had for no more than agreed. */
    record Agreed(Money price) implements Prospect {}

    /** It costs more: nothing is taken until he agrees again. */
    record Dearer(Money price, Money agreed) implements Prospect {}

    /** It is not sold any more, or not like this. */
    record NotForSale() implements Prospect {}

    /** Finds out. Joins the caller's unit of work. */
    @Singleton
    final class Finder {
        private final Quote quote;

        @Inject
        Finder(Quote quote) {
            this.quote = quote;
        }

        Uni<Prospect> of(PlanId plan, Terms terms) {
            return quote.execute(new Quote.Query(plan, terms.termDays(), terms.agreed().asset()))
                    .map(
                            answer ->
                                    switch (answer) {
                                        case Quote.Result.Refused _ -> new NotForSale();
                                        case Quote.Result.Quoted(var quotation) ->
                                                compared(quotation.total(), terms.agreed());
                                    });
        }

        static Prospect compared(Money price, Money agreed) {
            return price.compareTo(agreed) > 0 ? new Dearer(price, agreed) : new Agreed(price);
        }
    }
}
