package io.cybervpn.application.fiscal;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.audit.InMemoryAudit;
import io.cybervpn.application.fiscal.MemoryTaxOffice.Mood;
import io.cybervpn.application.fiscal.MemoryTaxOffice.Told;
import io.cybervpn.application.fiscal.ResolveFiscalReceipt.Wish;
import io.cybervpn.application.fiscal.port.FiscalRegistrars;
import io.cybervpn.application.fiscal.port.OwedReceipts.Owed;
import io.cybervpn.application.identity.staff.StepUpRule;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryOutbox;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.fiscal.FiscalReceiptGivenUp;
import io.cybervpn.domain.fiscal.model.FiscalReceipt;
import io.cybervpn.domain.fiscal.model.ReceiptCause;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Receipts from the money that moved to the tax office, with all that comes between. */
class FiscalFlowTest {
    private final MovableClock clock = new MovableClock();
    private final InMemoryUnitOfWork unitOfWork = new InMemoryUnitOfWork();
    private final InMemoryFiscalReceipts receipts = new InMemoryFiscalReceipts(unitOfWork);
    private final InMemoryOutbox outbox = new InMemoryOutbox(unitOfWork);
    private final MemoryTaxOffice office = new MemoryTaxOffice();
    private final FiscalRegistrars offices = () -> office.on ? List.of(office) : List.of();
    private final List<Owed> owed = new ArrayList<>();
    private final AccountId somebody = new AccountId(UUID.randomUUID());
    private final PaymentId payment = new PaymentId(UUID.randomUUID());
    private final QueueReceipts queueReceipts =
            new QueueReceipts(
                    unitOfWork,
                    offices,
                    _ -> Uni.createFrom().item(() -> List.copyOf(owed)),
                    receipts,
                    new FixedIds(),
                    clock);
    private final SendReceipts sendReceipts =
            new SendReceipts(
                    unitOfWork,
                    offices,
                    receipts,
                    new ReceiptOutcome(unitOfWork, receipts, outbox, clock),
                    clock);

    private UUID moved(ReceiptCause cause, long minor) {
        UUID about = cause == ReceiptCause.PAYMENT ? payment.value() : UUID.randomUUID();
        moved(cause, about, minor);
        return about;
    }

    private void moved(ReceiptCause cause, UUID about, long minor) {
        clock.advance(Duration.ofSeconds(1));
        owed.add(
                new Owed(
                        office.name(),
                        cause,
                        payment,
                        about,
                        new Money(minor, Asset.RUB),
                        clock.instant(),
                        clock.instant()));
    }

    private void round() {
        queueReceipts.execute().await().indefinitely();
        sendReceipts.execute().await().indefinitely();
    }

    private void pass(Duration time) {
        for (Duration passed = Duration.ZERO;
                passed.compareTo(time) < 0;
                passed = passed.plusMinutes(1)) {
            clock.advance(Duration.ofMinutes(1));
            round();
        }
    }

    private void retry(FiscalReceipt.GivenUp lost) {
        unitOfWork
                .run(() -> receipts.save(lost.again(), clock.instant()).replaceWith(true))
                .await()
                .indefinitely();
    }

    private Actor staff(Optional<Instant> provenAt) {
        return new Actor.Staff(somebody, Set.of(Permission.PAYMENTS_REFUND), provenAt);
    }

    private ResolveFiscalReceipt.Result resolve(Actor actor, Wish wish) {
        return new ResolveFiscalReceipt(
                        unitOfWork,
                        receipts,
                        new InMemoryAudit(unitOfWork),
                        new StepUpRule(clock),
                        clock)
                .execute(new ResolveFiscalReceipt.Command(actor, only().id(), wish, "mended"))
                .await()
                .indefinitely();
    }

    private List<Long> standing() {
        return office.told.stream().map(Told::left).map(Money::minorUnits).toList();
    }

    private FiscalReceipt only() {
        assertThat(receipts.all()).hasSize(1);
        return receipts.all().getFirst();
    }

    @Test
    void a_payment_has_one_receipt_however_often_it_is_looked_at() {
        moved(ReceiptCause.PAYMENT, 19_900);
        round();
        round();
        pass(Duration.ofHours(1));
        assertThat(standing()).containsExactly(19_900L);
        assertThat(only()).isInstanceOf(FiscalReceipt.Registered.class);
    }

    @Test
    void without_a_registrar_nothing_is_queued_and_nobody_is_asked() {
        office.on = false;
        moved(ReceiptCause.PAYMENT, 19_900);
        round();
        assertThat(receipts.all()).isEmpty();
        assertThat(office.calls).isZero();
    }

    @Test
    void an_office_that_is_away_for_days_gets_all_in_the_end_in_order() {
        office.mood = Mood.AWAY;
        moved(ReceiptCause.PAYMENT, 19_900);
        moved(ReceiptCause.REFUND, 900);
        moved(ReceiptCause.REFUND, 19_000);
        pass(Duration.ofDays(3));
        assertThat(standing()).isEmpty();
        assertThat(office.calls).isLessThan(200);

        office.mood = Mood.WELL;
        pass(Duration.ofHours(4));
        assertThat(standing()).containsExactly(19_900L, 19_000L, 0L);
        assertThat(office.told.stream().map(Told::replaces))
                .containsExactly(Optional.empty(), Optional.of("r1"), Optional.of("r2"));
        assertThat(receipts.all()).allMatch(FiscalReceipt.Registered.class::isInstance);
    }

    @Test
    void an_answer_that_got_lost_is_asked_for_and_nothing_is_made_twice() {
        office.mood = Mood.SILENT_BUT_DOES_IT;
        moved(ReceiptCause.PAYMENT, 19_900);
        round();
        assertThat(only()).isInstanceOf(FiscalReceipt.Sent.class);
        pass(Duration.ofMinutes(5));
        assertThat(standing()).containsExactly(19_900L);
        assertThat(only()).isInstanceOf(FiscalReceipt.Registered.class);
    }

    @Test
    void what_was_sent_and_is_not_shown_is_not_sent_again_before_it_is_settled() {
        office.mood = Mood.SILENT_BUT_DOES_IT;
        office.forgetful = true;
        moved(ReceiptCause.PAYMENT, 19_900);
        round();
        pass(Duration.ofMinutes(9));
        assertThat(standing()).hasSize(1);

        office.forgetful = false;
        pass(Duration.ofMinutes(20));
        assertThat(standing()).hasSize(1);
        assertThat(only()).isInstanceOf(FiscalReceipt.Registered.class);
    }

    @Test
    void a_crash_after_it_was_sent_is_found_out() {
        moved(ReceiptCause.PAYMENT, 19_900);
        queueReceipts.execute().await().indefinitely();
        FiscalReceipt.Open queued = (FiscalReceipt.Open) only();
        unitOfWork
                .run(
                        () ->
                                receipts.save(queued.sent(clock.instant()), clock.instant())
                                        .replaceWith(true))
                .await()
                .indefinitely();

        pass(Duration.ofMinutes(9));
        assertThat(standing()).isEmpty();
        pass(Duration.ofMinutes(20));
        assertThat(standing()).containsExactly(19_900L);
    }

    @Test
    void a_refusal_is_for_staff_who_are_called_once_and_the_refund_waits_for_them() {
        office.mood = Mood.REFUSES;
        moved(ReceiptCause.PAYMENT, 19_900);
        moved(ReceiptCause.REFUND, 900);
        pass(Duration.ofHours(2));
        assertThat(outbox.events(FiscalReceiptGivenUp.class))
                .singleElement()
                .satisfies(event -> assertThat(event.reason()).isEqualTo("not so"));
        assertThat(standing()).isEmpty();

        office.mood = Mood.WELL;
        pass(Duration.ofHours(1));
        assertThat(standing()).isEmpty();
    }

    @Test
    void what_the_office_works_on_is_neither_sent_again_nor_given_up() {
        office.mood = Mood.SLOW;
        moved(ReceiptCause.PAYMENT, 19_900);
        pass(Duration.ofHours(3));
        assertThat(standing()).containsExactly(19_900L);
        assertThat(only()).isInstanceOf(FiscalReceipt.Sent.class);

        office.mood = Mood.WELL;
        pass(Duration.ofHours(2));
        assertThat(standing()).containsExactly(19_900L);
        assertThat(only()).isInstanceOf(FiscalReceipt.Registered.class);
    }

    @Test
    void what_failed_after_it_was_taken_is_for_staff_and_sent_once_more_when_they_say_so() {
        office.mood = Mood.FAILS;
        moved(ReceiptCause.PAYMENT, 19_900);
        pass(Duration.ofHours(3));
        assertThat(outbox.events(FiscalReceiptGivenUp.class)).hasSize(1);
        assertThat(standing()).hasSize(1);

        office.mood = Mood.WELL;
        retry((FiscalReceipt.GivenUp) only());
        round();
        assertThat(standing()).hasSize(2);
        assertThat(only()).isInstanceOf(FiscalReceipt.Registered.class);
    }

    @Test
    void staff_with_a_fresh_second_factor_decide_on_what_was_given_up_and_nobody_else() {
        office.mood = Mood.REFUSES;
        moved(ReceiptCause.PAYMENT, 19_900);
        round();
        FiscalReceipt lost = only();
        assertThat(resolve(staff(Optional.empty()), Wish.RETRY))
                .isInstanceOf(ResolveFiscalReceipt.Result.StepUpRequired.class);
        assertThat(only()).isEqualTo(lost);
        assertThat(resolve(new Actor.Customer(somebody), Wish.CANCEL))
                .isInstanceOf(ResolveFiscalReceipt.Result.Forbidden.class);
        assertThat(resolve(staff(Optional.of(clock.instant())), Wish.RETRY))
                .isInstanceOf(ResolveFiscalReceipt.Result.Done.class);
        assertThat(only()).isInstanceOf(FiscalReceipt.Queued.class);
    }

    @Test
    void a_refund_that_did_not_come_true_is_not_told_or_taken_back() {
        moved(ReceiptCause.PAYMENT, 19_900);
        round();
        UUID refund = moved(ReceiptCause.REFUND, 900);
        queueReceipts.execute().await().indefinitely();
        moved(ReceiptCause.REFUND_UNDONE, refund, 900);
        pass(Duration.ofMinutes(5));
        assertThat(standing()).containsExactly(19_900L);

        UUID told = moved(ReceiptCause.REFUND, 900);
        pass(Duration.ofMinutes(5));
        moved(ReceiptCause.REFUND_UNDONE, told, 900);
        pass(Duration.ofMinutes(5));
        assertThat(standing()).containsExactly(19_900L, 19_000L, 19_900L);
    }
}
