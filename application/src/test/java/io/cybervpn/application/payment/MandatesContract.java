package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.Steering;
import io.cybervpn.domain.payment.model.Mandate;
import io.cybervpn.domain.payment.model.Mandate.Standing;
import io.cybervpn.domain.payment.model.Mandate.Word;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.repository.Mandates;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;

/** What every store of agreements does. They are of long ago, so that only they are due. */
public abstract class MandatesContract {
    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00.000001Z");

    protected abstract Mandates mandates();

    protected abstract Payments payments();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private Mandate offered(AccountId payer, UUID subject, Instant at) {
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(UUID.randomUUID()),
                        subject,
                        payer,
                        "fake",
                        new Money(250, Asset.XTR),
                        "Pro, 30 days",
                        30,
                        at,
                        at.plusSeconds(60));
        Mandate mandate =
                new Mandate(
                        request.id(),
                        subject,
                        payer,
                        "fake",
                        request.amount(),
                        Duration.ofDays(30),
                        new Standing.Offered(),
                        Optional.empty(),
                        Optional.empty());
        return inTransaction(
                () ->
                        payments()
                                .add(
                                        new Payment.Created(request),
                                        Instant.parse("2099-01-01T00:00:00Z"))
                                .chain(() -> mandates().add(mandate, "2026-11", at))
                                .replaceWith(mandate));
    }

    private Mandate offered() {
        return offered(new AccountId(UUID.randomUUID()), UUID.randomUUID(), THEN);
    }

    private Mandate save(Mandate mandate, Optional<Instant> lookAt) {
        return inTransaction(() -> mandates().save(mandate, lookAt).replaceWith(mandate));
    }

    private Optional<Mandate> find(PaymentId payment) {
        return inTransaction(() -> mandates().find(payment));
    }

    private List<PaymentId> claim(Instant now) {
        return inTransaction(() -> mandates().claimDue(now, now.plusSeconds(60), 100)).stream()
                .map(Mandate::payment)
                .toList();
    }

    @Test
    void each_state_is_found_as_it_was_stored() {
        Mandate offered = offered();
        assertThat(find(offered.payment())).contains(offered);

        Mandate running = save(offered.begun(THEN), Optional.of(THEN.plusSeconds(1)));
        assertThat(find(offered.payment())).contains(running);
        Mandate said = running.said(Word.FAILED, 710_000_001, THEN.plusSeconds(5));
        assertThat(find(save(said, Optional.empty()).payment())).contains(said);
        Mandate ended = running.cancelled(THEN.plusSeconds(9));
        assertThat(find(save(ended, Optional.of(THEN.plusSeconds(1))).payment())).contains(ended);
        assertThat(inTransaction(() -> mandates().lock(ended.payment()))).contains(ended);
        assertThat(find(new PaymentId(UUID.randomUUID()))).isEmpty();
        Mandate told = save(ended.told(Steering.CANCEL), Optional.empty());
        assertThat(find(told.payment())).contains(told);
    }

    @Test
    void those_of_some_orders_are_found_oldest_first() {
        AccountId payer = new AccountId(UUID.randomUUID());
        UUID first = UUID.randomUUID();
        UUID second = UUID.randomUUID();
        Mandate younger = offered(payer, second, THEN.plusSeconds(1));
        Mandate older = offered(payer, first, THEN);

        assertThat(inTransaction(() -> mandates().ofSubjects(List.of(second, first))))
                .containsExactly(older, younger);
        assertThat(inTransaction(() -> mandates().ofSubjects(List.of(UUID.randomUUID()))))
                .isEmpty();
    }

    @Test
    void one_is_due_once_in_its_lease_and_the_longest_due_first() {
        Mandate late = offered();
        Mandate soon = offered();
        save(soon.begun(THEN), Optional.of(THEN.plusSeconds(20)));
        save(late.begun(THEN), Optional.of(THEN.plusSeconds(10)));
        offered();

        assertThat(claim(THEN.plusSeconds(9))).isEmpty();
        assertThat(claim(THEN.plusSeconds(30))).containsExactly(late.payment(), soon.payment());
        assertThat(claim(THEN.plusSeconds(31))).isEmpty();
        assertThat(claim(THEN.plusSeconds(90))).hasSize(2);
        save(soon.begun(THEN).failed(THEN), Optional.empty());
        save(late.begun(THEN).failed(THEN), Optional.empty());
    }

    @Test
    void those_that_have_not_ended_are_held_and_all_of_them_move() {
        AccountId from = new AccountId(UUID.randomUUID());
        AccountId into = new AccountId(UUID.randomUUID());
        Mandate open = offered(from, UUID.randomUUID(), THEN);
        Mandate over = offered(from, UUID.randomUUID(), THEN);
        save(over.begun(THEN).said(Word.CANCELLED, 1, THEN), Optional.empty());

        assertThat(inTransaction(() -> mandates().lockOpenOf(from))).containsExactly(open);
        inTransaction(() -> mandates().reown(from, into).replaceWith(true));

        assertThat(inTransaction(() -> mandates().lockOpenOf(from))).isEmpty();
        assertThat(find(over.payment()).orElseThrow().payer()).isEqualTo(into);
    }
}
