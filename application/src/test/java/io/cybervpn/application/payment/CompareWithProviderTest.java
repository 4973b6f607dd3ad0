package io.cybervpn.application.payment;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.application.payment.port.GatewayUnavailable;
import io.cybervpn.application.payment.port.GoneBack;
import io.cybervpn.application.payment.port.InvoiceCall;
import io.cybervpn.application.payment.port.PaidPayments;
import io.cybervpn.application.payment.port.PaymentNotices.Which;
import io.cybervpn.application.payment.port.RefundCall;
import io.cybervpn.application.payment.port.RefundStatus;
import io.cybervpn.application.payment.port.RefundingGateway;
import io.cybervpn.application.payment.port.ReturnStatement;
import io.cybervpn.application.shared.Difference;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.MovableClock;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.model.Receipt;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** R94: the provider is held against the books, both ways; the same on PostgreSQL: ProofTest. */
class CompareWithProviderTest {
    private static final Money PRICE = new Money(19_900, Asset.RUB);
    private static final Money LESS = new Money(19_899, Asset.RUB);

    private final MovableClock clock = new MovableClock();
    private final FakeProvider provider = new FakeProvider(new InMemoryUnitOfWork(), clock);
    private final List<PaidPayments.Paid> booked = new ArrayList<>();
    private final Map<PaymentId, PaidPayments.WentBack> wentBack = new HashMap<>();
    private final Bank bank = new Bank();
    private final Books books = new Books();
    private final CompareWithProvider compare =
            new CompareWithProvider(provider, books, new WhatIsLeft(_ -> bank.asGateway(), books));

    private CompareWithProvider.Result result() {
        return compare.execute(
                        new CompareWithProvider.Query(
                                "fake",
                                clock.instant().minus(Duration.ofDays(1)),
                                clock.instant().plus(Duration.ofDays(1))))
                .await()
                .indefinitely();
    }

    private List<String> told() {
        return ((CompareWithProvider.Result.Compared) result())
                .differences().stream().map(Difference::check).toList();
    }

    private String invoice() {
        return provider.invoice(
                        new InvoiceCall(
                                new PaymentId(UUID.randomUUID()),
                                PRICE,
                                "a month",
                                Duration.ofHours(1)))
                .await()
                .indefinitely()
                .reference();
    }

    private void book(String reference, Money money) {
        booked.add(
                new PaidPayments.Paid(
                        new PaymentId(UUID.randomUUID()),
                        new Receipt(
                                reference, new Receipt.Received.Exact(money), clock.instant())));
    }

    private String sold() {
        String reference = invoice();
        provider.pay(reference);
        book(reference, PRICE);
        return reference;
    }

    @Test
    void what_both_know_is_no_difference() {
        sold();
        sold();
        assertThat(result()).isEqualTo(new CompareWithProvider.Result.Compared(4, List.of()));
        assertThat(compare.providers()).containsExactly("fake");
    }

    @Test
    void money_that_only_we_know_of_is_told() {
        sold();
        book(invoice(), PRICE);
        assertThat(told()).containsExactly("payment-not-paid-at-provider");
    }

    @Test
    void money_that_only_the_provider_knows_of_is_told() {
        sold();
        provider.pay(invoice());
        assertThat(told()).containsExactly("provider-payment-not-booked");
    }

    @Test
    void another_amount_is_told() {
        String reference = invoice();
        provider.pay(reference, LESS);
        book(reference, PRICE);
        assertThat(told()).containsExactly("payment-of-other-money-at-provider");
    }

    @Test
    void a_word_that_is_missing_in_a_list_is_asked_for_again_before_it_is_told() {
        sold();
        provider.muteInLists(sold());
        assertThat(told()).isEmpty();
    }

    @Test
    void a_provider_that_is_silent_or_gone_proves_nothing() {
        sold();
        provider.mood(FakeProvider.Mood.DOWN);
        assertThat(result()).isEqualTo(new CompareWithProvider.Result.Unavailable("down"));
    }

    private String soldAndPartlyGone(Money left, Optional<Money> inBooks, boolean underway) {
        String reference = sold();
        bank.left.put(reference, left);
        inBooks.ifPresent(
                amount ->
                        wentBack.put(
                                booked.getLast().payment(),
                                new PaidPayments.WentBack(amount, underway)));
        return reference;
    }

    @Test
    void what_is_left_after_what_went_back_by_the_books_is_no_difference() {
        soldAndPartlyGone(
                new Money(14_900, Asset.RUB), Optional.of(new Money(5_000, Asset.RUB)), false);
        soldAndPartlyGone(Money.zero(Asset.RUB), Optional.of(PRICE), false);
        assertThat(told()).isEmpty();
    }

    @Test
    void a_refund_that_only_the_books_know_of_is_told() {
        soldAndPartlyGone(PRICE, Optional.of(new Money(5_000, Asset.RUB)), false);
        assertThat(told()).containsExactly("payment-of-other-money-at-provider");
    }

    @Test
    void a_refund_that_only_the_provider_knows_of_is_told() {
        String reference = soldAndPartlyGone(Money.zero(Asset.RUB), Optional.empty(), false);
        provider.muteInLists(reference);
        wentBack.put(
                booked.getLast().payment(),
                new PaidPayments.WentBack(new Money(1, Asset.RUB), false));
        assertThat(told()).containsExactly("payment-of-other-money-at-provider");
    }

    @Test
    void while_a_refund_is_underway_what_is_left_is_not_judged() {
        soldAndPartlyGone(PRICE, Optional.of(Money.zero(Asset.RUB)), true);
        assertThat(told()).isEmpty();
    }

    @Test
    void what_the_bank_does_not_know_at_all_is_told_as_ever() {
        bank.asked = true;
        book(invoice(), PRICE);
        assertThat(told()).containsExactly("payment-not-paid-at-provider");
    }

    /** Names no refunds; says what is left of a payment. */
    private static final class Bank implements RefundingGateway {
        private final Map<String, Money> left = new HashMap<>();
        private boolean asked;

        Optional<RefundingGateway> asGateway() {
            return asked || !left.isEmpty() ? Optional.of(this) : Optional.empty();
        }

        @Override
        public String provider() {
            return "fake";
        }

        @Override
        public boolean enabled() {
            return true;
        }

        @Override
        public boolean tellsWhatIsLeft() {
            return true;
        }

        @Override
        public Uni<RefundStatus> refund(RefundCall call) {
            return Uni.createFrom().failure(new GatewayUnavailable("not asked"));
        }

        @Override
        public Uni<RefundStatus> status(RefundCall call) {
            return Uni.createFrom().failure(new GatewayUnavailable("not asked"));
        }

        @Override
        public Uni<GoneBack> goneBack(String about) {
            return left.containsKey(about)
                    ? Uni.createFrom()
                            .item(new GoneBack.Left(new Which.Theirs(about), left.get(about)))
                    : Uni.createFrom().failure(new GatewayUnavailable("no such payment"));
        }
    }

    /** The payments of one page. */
    private final class Books implements PaidPayments {
        @Override
        public Uni<List<Paid>> page(Window window, Optional<Paid> after, int limit) {
            return Uni.createFrom().item(after.isEmpty() ? List.copyOf(booked) : List.of());
        }

        @Override
        public Uni<Map<PaymentId, WentBack>> wentBack(Set<PaymentId> payments) {
            return Uni.createFrom().item(Map.copyOf(wentBack));
        }

        @Override
        public Uni<Set<String>> booked(String name, Set<String> references) {
            return Uni.createFrom()
                    .item(
                            booked.stream()
                                    .map(paid -> paid.receipt().reference())
                                    .filter(references::contains)
                                    .collect(Collectors.toSet()));
        }

        @Override
        public Uni<KnownReturns> knownReturns(String name, List<ReturnStatement.Line> lines) {
            return Uni.createFrom().item(new KnownReturns(Set.of(), Set.of(), Map.of()));
        }

        @Override
        public Uni<Set<String>> withoutFee(String name, Set<String> references) {
            return Uni.createFrom().item(references);
        }
    }
}
