package io.cybervpn.application.payment;

import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.model.Mandate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/**
 * Ends all that providers charge an account by themselves: it is erased, or becomes part of
 * another, whose owner agreed to nothing. Only for an open unit of work. Repeatable.
 */
@Singleton
final class CancelMandatesOfAccount {
    private final MandateBook book;

    @Inject
    CancelMandatesOfAccount(MandateBook book) {
        this.book = book;
    }

    Uni<Void> execute(AccountId account) {
        return book.mandates().lockOpenOf(account).chain(this::cancelAll);
    }

    private Uni<Void> cancelAll(List<Mandate> open) {
        return Multi.createFrom()
                .iterable(open)
                .onItem()
                .transformToUniAndConcatenate(
                        mandate -> book.put(mandate, mandate.cancelled(book.now())))
                .collect()
                .last()
                .replaceWithVoid();
    }

    /** Makes them another's. */
    Uni<Void> reown(AccountId from, AccountId into) {
        return execute(from).chain(() -> book.mandates().reown(from, into));
    }
}
