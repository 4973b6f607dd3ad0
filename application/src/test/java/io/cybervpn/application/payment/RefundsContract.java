package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.Funding;
import io.cybervpn.domain.payment.model.Patience;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.Refunds;
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

/** What every store of refunds does. Its refunds are of long ago, so that only they are due. */
public abstract class RefundsContract {
    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00Z");
    private static final Patience PATIENCE =
            new Patience(Duration.ofMinutes(1), Duration.ofHours(1));
    protected static final Money PRICE = new Money(19_900, Asset.RUB);
    private static final Money ZERO = Money.zero(Asset.RUB);

    protected abstract Refunds refunds();

    protected abstract Payments payments();

    protected abstract UnitOfWork unitOfWork();

    private <T> T inTransaction(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    /** A payment that brought {@link #PRICE}. */
    private PaymentId paid() {
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(UUID.randomUUID()),
                        UUID.randomUUID(),
                        new AccountId(UUID.randomUUID()),
                        "nobody",
                        PRICE,
                        "of a test",
                        30,
                        THEN,
                        THEN.plus(Duration.ofHours(1)));
        Receipt receipt =
                new Receipt(UUID.randomUUID().toString(), new Received.Exact(PRICE), THEN);
        inTransaction(
                () ->
                        payments()
                                .add(new Payment.Created(request), THEN.plus(Duration.ofDays(9999)))
                                .chain(
                                        () ->
                                                payments()
                                                        .save(
                                                                new Payment.Captured(
                                                                        request, receipt, THEN))));
        return request.id();
    }

    private static RefundRequest request(PaymentId payment, long units, RefundCause cause) {
        return new RefundRequest(
                new RefundId(UUID.randomUUID()),
                payment,
                new Money(units, Asset.RUB),
                cause,
                Destination.PROVIDER,
                UUID.randomUUID().toString(),
                "a wish of a test",
                THEN);
    }

    private static Funding sale(long units) {
        return new Funding(new Money(units, Asset.RUB), PRICE, ZERO, ZERO, ZERO);
    }

    private Refund.Requested stored(PaymentId payment, long units) {
        Refund.Requested refund =
                new Refund.Requested(request(payment, units, RefundCause.STAFF), sale(units));
        inTransaction(() -> refunds().add(refund, THEN));
        return refund;
    }

    private List<Refund> of(PaymentId payment) {
        return inTransaction(() -> refunds().ofPayment(payment));
    }

    @Test
    void every_state_comes_back_as_it_was() {
        PaymentId payment = paid();
        Refund.Requested first = stored(payment, 100);
        RefundRequest request = first.request();
        Funding funding = first.funding();
        assertThat(of(payment)).containsExactly(first);
        List<Refund> life =
                List.of(
                        new Refund.Unknown(request, funding),
                        new Refund.Sent(request, funding, "re_1"),
                        new Refund.Succeeded(request, funding, Optional.of("re_1"), THEN),
                        new Refund.Succeeded(request, funding, Optional.empty(), THEN),
                        new Refund.Failed(
                                request,
                                Optional.of(funding),
                                Optional.of("re_1"),
                                "no card",
                                THEN));
        for (Refund state : life) {
            inTransaction(() -> refunds().ofPayment(payment).chain(() -> refunds().save(state)));
            assertThat(of(payment)).containsExactly(state);
        }
    }

    @Test
    void what_a_provider_told_of_comes_back_and_may_be_more_than_there_was() {
        PaymentId payment = paid();
        RefundRequest request = request(payment, 30_000, RefundCause.DISPUTE);
        Refund.Reported told = new Refund.Reported(request, "dp_1");
        inTransaction(() -> refunds().add(told, THEN));
        assertThat(of(payment)).containsExactly(told);
        Funding funding =
                new Funding(
                        new Money(9_900, Asset.RUB),
                        PRICE,
                        new Money(5_000, Asset.RUB),
                        new Money(5_000, Asset.RUB),
                        new Money(10_100, Asset.RUB));
        Refund done = new Refund.Succeeded(request, funding, Optional.of("dp_1"), THEN);
        inTransaction(() -> refunds().ofPayment(payment).chain(() -> refunds().save(done)));
        assertThat(of(payment)).containsExactly(done);
        Refund.Failed never =
                new Refund.Failed(
                        request(payment, 5, RefundCause.PROVIDER),
                        Optional.empty(),
                        Optional.of("re_9"),
                        "undone",
                        THEN);
        inTransaction(() -> refunds().add(never, THEN));
        assertThat(of(payment)).containsExactlyInAnyOrder(done, never);
    }

    @Test
    void more_than_came_never_goes_back_and_what_failed_makes_room() {
        PaymentId payment = paid();
        Refund.Requested most = stored(payment, 19_899);
        assertThatThrownBy(() -> stored(payment, 2)).isInstanceOf(RuntimeException.class);
        assertThat(of(payment)).containsExactly(most);
        Refund failed =
                new Refund.Failed(
                        most.request(),
                        Optional.of(most.funding()),
                        Optional.empty(),
                        "no card",
                        THEN);
        inTransaction(() -> refunds().ofPayment(payment).chain(() -> refunds().save(failed)));
        stored(payment, 19_900);
        assertThat(of(payment)).hasSize(2);
    }

    @Test
    void of_one_payment_no_two_have_one_key() {
        PaymentId payment = paid();
        Refund.Requested first = stored(payment, 1);
        RefundRequest was = first.request();
        RefundRequest twin =
                new RefundRequest(
                        new RefundId(UUID.randomUUID()),
                        payment,
                        was.amount(),
                        was.cause(),
                        was.to(),
                        was.key(),
                        was.reason(),
                        THEN);
        assertThatThrownBy(
                        () ->
                                inTransaction(
                                        () ->
                                                refunds()
                                                        .add(
                                                                new Refund.Requested(twin, sale(1)),
                                                                THEN)))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void what_is_unfinished_is_due_once_and_later_again() {
        PaymentId payment = paid();
        Refund.Requested due = stored(payment, 1);
        assertThat(claim(THEN)).contains(due);
        assertThat(claim(THEN)).doesNotContain(due);
        assertThat(claim(THEN.plus(Duration.ofMinutes(2)))).contains(due);
        Refund done = new Refund.Succeeded(due.request(), due.funding(), Optional.of("re_1"), THEN);
        inTransaction(() -> refunds().ofPayment(payment).chain(() -> refunds().save(done)));
        assertThat(claim(THEN.plus(Duration.ofDays(1)))).doesNotContain(due);
    }

    private List<Refund> claim(Instant now) {
        return inTransaction(() -> refunds().claimDue(now, PATIENCE, 1000));
    }
}
