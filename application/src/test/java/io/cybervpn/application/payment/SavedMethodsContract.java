package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.SavedMethodId;
import io.cybervpn.domain.payment.model.KeepConsent;
import io.cybervpn.domain.payment.model.Payment;
import io.cybervpn.domain.payment.model.PaymentRequest;
import io.cybervpn.domain.payment.model.SavedMethod;
import io.cybervpn.domain.payment.repository.Payments;
import io.cybervpn.domain.payment.repository.SavedMethods;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every store of saved methods does. Others may use the same store meanwhile. */
public abstract class SavedMethodsContract {
    private static final Instant NOON = Instant.parse("2026-01-31T12:00:00Z");

    private final AccountId account = new AccountId(UUID.randomUUID());

    protected abstract UnitOfWork unitOfWork();

    protected abstract Payments payments();

    protected abstract SavedMethods methods();

    private <T> T run(Supplier<Uni<T>> work) {
        return unitOfWork().run(work).await().indefinitely();
    }

    private PaymentRequest request(UUID subject) {
        return new PaymentRequest(
                new PaymentId(UUID.randomUUID()),
                subject,
                account,
                "fake",
                new Money(19_900, Asset.RUB),
                "Pro",
                30,
                NOON,
                NOON.plus(Duration.ofHours(1)));
    }

    private Uni<Void> add(PaymentRequest request) {
        return payments().add(new Payment.Created(request), NOON.plus(Duration.ofDays(9_000)));
    }

    private PaymentId paid() {
        PaymentRequest request = request(UUID.randomUUID());
        run(() -> add(request));
        return request.id();
    }

    private SavedMethod method(PaymentId payment) {
        return new SavedMethod(
                new SavedMethodId(UUID.randomUUID()),
                account,
                "fake",
                payment,
                "sealed",
                "Card *1",
                NOON);
    }

    private SavedMethod stored() {
        SavedMethod method = method(paid());
        assertThat(run(() -> methods().add(method))).isTrue();
        return method;
    }

    @Test
    void a_method_is_its_owners_until_it_is_forgotten() {
        SavedMethod method = stored();
        AccountId other = new AccountId(UUID.randomUUID());

        assertThat(run(() -> methods().find(method.id(), account))).contains(method);
        assertThat(run(() -> methods().find(method.id(), other))).isEmpty();
        assertThat(run(() -> methods().of(account))).containsExactly(method);
        run(() -> methods().remove(method.id()));
        assertThat(run(() -> methods().of(account))).isEmpty();
    }

    @Test
    void what_is_to_be_forgotten_elsewhere_is_kept_until_it_is() {
        SavedMethod method = stored();
        assertThat(run(() -> methods().toRelease(method.id()))).isEmpty();

        run(() -> methods().noteRelease(method));
        run(() -> methods().noteRelease(method));
        run(() -> methods().removeAllOf(account));

        assertThat(run(() -> methods().toRelease(method.id())))
                .contains(new SavedMethods.Release(method.id(), "fake", "sealed"));
        run(() -> methods().released(method.id()));
        assertThat(run(() -> methods().toRelease(method.id()))).isEmpty();
    }

    @Test
    void a_payment_brings_one_method() {
        SavedMethod method = stored();

        assertThat(run(() -> methods().add(method(method.payment())))).isFalse();
    }

    @Test
    void what_was_forgotten_is_not_kept_again_by_the_same_payment() {
        PaymentId one = agreed();
        PaymentId two = agreed();
        SavedMethod method = method(one);
        run(() -> methods().add(method));
        run(() -> methods().add(method(two)));

        run(() -> methods().remove(method.id()));
        run(() -> methods().removeAllOf(account));

        assertThat(run(() -> methods().add(method(one)))).isFalse();
        assertThat(run(() -> methods().add(method(two)))).isFalse();
        assertThat(run(() -> methods().of(account))).isEmpty();
        assertThat(run(() -> methods().consentTo(one))).isPresent();
    }

    private PaymentId agreed() {
        PaymentId payment = paid();
        run(() -> methods().consent(new KeepConsent(payment, account, "1", NOON)));
        return payment;
    }

    @Test
    void a_consent_is_kept_as_it_was_first_given() {
        PaymentId payment = paid();
        KeepConsent consent = new KeepConsent(payment, account, "1", NOON);
        assertThat(run(() -> methods().consentTo(payment))).isEmpty();

        run(() -> methods().consent(consent));
        run(() -> methods().consent(new KeepConsent(payment, account, "2", NOON)));

        assertThat(run(() -> methods().consentTo(payment))).contains(consent);
    }

    @Test
    void all_goes_with_its_owner_and_is_forgotten_with_him() {
        SavedMethod method = stored();
        AccountId survivor = new AccountId(UUID.randomUUID());

        run(() -> methods().reown(account, survivor));
        assertThat(run(() -> methods().find(method.id(), survivor))).isPresent();
        run(() -> methods().removeAllOf(survivor));
        assertThat(run(() -> methods().of(survivor))).isEmpty();
    }

    @Test
    void of_many_charges_for_one_order_at_once_one_is_made() {
        UUID order = UUID.randomUUID();

        List<Boolean> made =
                IntStream.range(0, 8)
                        .mapToObj(_ -> CompletableFuture.supplyAsync(() -> charge(request(order))))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(made).containsOnlyOnce(true);
        PaymentId other = paid();
        assertThat(run(() -> methods().isCharge(other))).isFalse();
    }

    private boolean charge(PaymentRequest request) {
        SavedMethods.Charge charge =
                new SavedMethods.Charge(
                        request.id(),
                        request.subject(),
                        new SavedMethodId(UUID.randomUUID()),
                        NOON);
        boolean first =
                run(
                        () ->
                                methods()
                                        .noteCharge(charge)
                                        .call(
                                                one ->
                                                        one
                                                                ? add(request)
                                                                : Uni.createFrom().voidItem()));
        assertThat(run(() -> methods().isCharge(request.id()))).isEqualTo(first);
        return first;
    }
}
