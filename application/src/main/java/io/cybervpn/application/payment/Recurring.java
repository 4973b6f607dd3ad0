package io.cybervpn.application.payment;

import io.cybervpn.application.payment.port.PaymentNotices.Notice;
import io.cybervpn.application.shared.Inbox;
import io.cybervpn.application.shared.InboxHandler.Applied;
import io.cybervpn.domain.payment.model.Mandate;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Applies what pushes say of agreements. Only for an open unit of work. */
@Singleton
final class Recurring {
    private final TakeRecurringCharge takeRecurringCharge;
    private final MandateBook book;

    @Inject
    Recurring(TakeRecurringCharge takeRecurringCharge, MandateBook book) {
        this.takeRecurringCharge = takeRecurringCharge;
        this.book = book;
    }

    /** A push and who sent it. */
    record Charged(String provider, Notice.Recurring notice) {}

    /** Takes charges one after the other; the answers are in their order. */
    Uni<List<ConfirmPayment.Result>> takeAll(List<Charged> charges) {
        return Multi.createFrom()
                .iterable(charges)
                .onItem()
                .transformToUniAndConcatenate(this::take)
                .collect()
                .asList();
    }

    private Uni<ConfirmPayment.Result> take(Charged charged) {
        Notice.Recurring notice = charged.notice();
        return takeRecurringCharge.execute(
                new TakeRecurringCharge.Command(
                        notice.first(),
                        charged.provider(),
                        notice.receipt(),
                        Optional.of(notice.paidUntil())));
    }

    /** Notes words about standings, one after the other; the answers are in their order. */
    Uni<List<Applied>> hearAll(List<Notice.Standing> words) {
        return Multi.createFrom()
                .iterable(words)
                .onItem()
                .transformToUniAndConcatenate(this::hear)
                .collect()
                .asList();
    }

    private Uni<Applied> hear(Notice.Standing word) {
        return book.mandates()
                .lock(word.first())
                .chain(
                        found ->
                                found.map(mandate -> hear(mandate, word))
                                        .orElseGet(() -> unknown(word)));
    }

    private Uni<Applied> hear(Mandate mandate, Notice.Standing word) {
        return book.put(mandate, mandate.said(word.word(), word.number(), book.now()))
                .replaceWith(
                        new Applied(
                                Inbox.Outcome.APPLIED,
                                "agreement %s: %s"
                                        .formatted(word.first().value(), word.word().name())));
    }

    private static Uni<Applied> unknown(Notice.Standing word) {
        return Uni.createFrom()
                .item(
                        new Applied(
                                Inbox.Outcome.FLAGGED,
                                "no agreement %s".formatted(word.first().value())));
    }
}
