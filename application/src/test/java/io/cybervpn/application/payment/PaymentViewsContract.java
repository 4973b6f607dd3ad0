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
import java.util.Locale;
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

        Page<PaymentRecord> page = all(PaymentFilter.in("failed"), new Page.Request(0, 50, true));

        assertThat(page.items()).allMatch(found -> found.payment().state().equals("failed"));
        assertThat(page.items())
                .filteredOn(found -> found.payment().id().equals(failed.id()))
                .singleElement()
                .extracting(PaymentRecord::reason)
                .isEqualTo(Optional.of("test is over"));
    }

    @Test
    void staff_find_a_payment_by_any_id_that_they_have() {
        PaymentRequest other = stored();
        PaymentRequest request = stored();
        String reference = UUID.randomUUID().toString();
        String text = "Ref-" + reference;
        save(new Payment.Pending(other, new Invoice(reference, PAY_URL, Optional.empty())));
        save(new Payment.Pending(request, new Invoice(text, PAY_URL, Optional.empty())));

        assertThat(found(about(request.id().value().toString().toUpperCase(Locale.ROOT))))
                .containsExactly(request.id());
        assertThat(found(about(subject.toString()))).containsExactly(request.id(), other.id());
        assertThat(found(about(payer.value().toString())))
                .containsExactly(request.id(), other.id());
        assertThat(found(about(reference))).containsExactly(other.id());
        assertThat(found(about(text))).containsExactly(request.id());
        assertThat(found(about("Ref-"))).isEmpty();
        close(other);
        close(request);
    }

    @Test
    void staff_narrow_the_list_by_who_pays_where_and_when() {
        PaymentRequest request = stored();
        close(request);

        assertThat(found(filter(Set.of("nobody", "somebody"), THEN, THEN.plusSeconds(1))))
                .containsExactly(request.id());
        assertThat(found(filter(Set.of("nobody"), THEN, THEN.plusSeconds(1))))
                .containsExactly(request.id());
        assertThat(found(filter(Set.of("somebody"), THEN, THEN.plusSeconds(1)))).isEmpty();
        assertThat(found(filter(Set.of(), THEN.minusSeconds(1), THEN))).isEmpty();
        assertThat(found(filter(Set.of(), THEN.plusSeconds(1), THEN.plusSeconds(2)))).isEmpty();
    }

    @Test
    void a_page_goes_on_where_the_one_before_ended_and_counts_all() {
        PaymentRequest first = stored();
        PaymentRequest second = stored();
        PaymentRequest third = stored();
        PaymentFilter own = about(payer.value().toString());

        Page<PaymentRecord> page = all(own.after(third.id()), new Page.Request(0, 1, true));
        Page<PaymentRecord> rest = all(own.after(second.id()), new Page.Request(0, 5, false));

        assertThat(page.items())
                .extracting(found -> found.payment().id())
                .containsExactly(second.id());
        assertThat(page.total()).contains(3L);
        assertThat(rest.items())
                .extracting(found -> found.payment().id())
                .containsExactly(first.id());
        List.of(first, second, third).forEach(this::close);
    }

    private Page<PaymentRecord> all(PaymentFilter filter, Page.Request page) {
        return views().all(filter, page).await().indefinitely();
    }

    private List<PaymentId> found(PaymentFilter filter) {
        return all(filter, new Page.Request(0, 50, false)).items().stream()
                .map(found -> found.payment().id())
                .toList();
    }

    private static PaymentFilter about(String text) {
        return new PaymentFilter(
                Set.of(),
                Set.of(),
                Optional.empty(),
                Optional.of(text),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private PaymentFilter filter(Set<String> providers, Instant from, Instant to) {
        return new PaymentFilter(
                Set.of("failed", "flagged"),
                providers,
                Optional.of(payer),
                Optional.empty(),
                Optional.of(from),
                Optional.of(to),
                Optional.empty());
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
