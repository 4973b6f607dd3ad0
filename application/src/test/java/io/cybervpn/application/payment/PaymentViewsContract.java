package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.Ids;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Invoice;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.payment.model.Receipt.Received;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What every view of payments shows. */
public abstract class PaymentViewsContract {
    private static final Instant THEN = Instant.parse("2001-01-31T10:00:00Z");
    private static final URI PAY_URL = URI.create("https://pay.example/1");

    private final AccountId payer = new AccountId(UUID.randomUUID());
    private final UUID subject = UUID.randomUUID();

    protected abstract Payments payments();

    protected abstract PaymentViews views();

    protected abstract UnitOfWork unitOfWork();

    protected abstract Ids ids();

    @Test
    void a_payment_looks_as_its_state() {
        PaymentRequest request = stored();
        assertThat(seen(request)).isEqualTo(PaymentView.of(new Payment.Created(request)));
        List<Payment> life =
                List.of(
                        new Payment.Unknown(request),
                        new Payment.Pending(request, invoice()),
                        new Payment.Expired(request, Optional.empty(), THEN),
                        new Payment.Captured(
                                request,
                                new Receipt(
                                        UUID.randomUUID().toString(),
                                        new Received.Exact(request.amount()),
                                        THEN),
                                THEN));
        for (Payment state : life) {
            save(state);
            assertThat(seen(request)).isEqualTo(PaymentView.of(state));
        }
    }

    @Test
    void the_latest_of_a_subject_is_the_newest_one() {
        assertThat(views().latestOf(subject).await().indefinitely()).isEmpty();
        PaymentRequest first = stored();
        PaymentRequest second = stored();

        assertThat(views().latestOf(subject).await().indefinitely())
                .map(PaymentView::id)
                .contains(second.id());
        close(first);
        close(second);
    }

    @Test
    void a_payers_payments_come_newest_first_and_page_by_page() {
        PaymentRequest first = stored();
        PaymentRequest second = stored();

        Page<PaymentView> page =
                views().ofPayer(payer, new Page.Request(0, 1, true)).await().indefinitely();
        Page<PaymentView> next =
                views().ofPayer(payer, new Page.Request(1, 1, false)).await().indefinitely();

        assertThat(page.items()).extracting(PaymentView::id).containsExactly(second.id());
        assertThat(page.total()).contains(2L);
        assertThat(next.items()).extracting(PaymentView::id).containsExactly(first.id());
        assertThat(next.total()).isEmpty();
        close(first);
        close(second);
    }

    @Test
    void staff_see_only_the_states_they_ask_for_and_why() {
        PaymentRequest failed = stored();
        close(failed);

        Page<PaymentRecord> page =
                views().all(Set.of("failed"), new Page.Request(0, 50, true)).await().indefinitely();

        assertThat(page.items()).allMatch(found -> found.payment().state().equals("failed"));
        assertThat(page.items())
                .filteredOn(found -> found.payment().id().equals(failed.id()))
                .singleElement()
                .extracting(PaymentRecord::reason)
                .isEqualTo(Optional.of("test is over"));
    }

    private PaymentView seen(PaymentRequest request) {
        return views().find(request.id()).await().indefinitely().orElseThrow();
    }

    private PaymentRequest stored() {
        PaymentRequest request =
                new PaymentRequest(
                        new PaymentId(ids().next()),
                        subject,
                        payer,
                        "nobody",
                        new Money(19_900, Asset.RUB),
                        "CyberVPN Pro, 30 days",
                        30,
                        THEN,
                        THEN.plus(Duration.ofHours(1)));
        unitOfWork()
                .run(() -> payments().add(new Payment.Created(request), THEN.plusSeconds(60)))
                .await()
                .indefinitely();
        return request;
    }

    private void save(Payment payment) {
        unitOfWork().run(() -> payments().save(payment)).await().indefinitely();
    }

    /** Leaves nothing open behind. */
    private void close(PaymentRequest request) {
        save(new Payment.Failed(request, "test is over", THEN));
    }

    private static Invoice invoice() {
        return new Invoice(UUID.randomUUID().toString(), PAY_URL, Optional.of(PAY_URL));
    }
}
