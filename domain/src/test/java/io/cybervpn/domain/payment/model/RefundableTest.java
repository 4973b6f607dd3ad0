package io.cybervpn.domain.payment.model;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.payment.PaymentId;
import io.cybervpn.domain.payment.RefundCause;
import io.cybervpn.domain.payment.RefundId;
import io.cybervpn.domain.payment.model.RefundRequest.Destination;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;

/** Whatever goes back in whatever pieces: never more than came, and every unit is accounted for. */
class RefundableTest {
    private static final long OVER = 5_100;

    /**
     * One wish.
     *
     * @param heard a provider did it already
     * @param fails it will be undone
     */
    record Wish(long units, boolean wallet, boolean heard, boolean fails) {}

    @Provide
    Arbitrary<List<Wish>> wishes() {
        Arbitrary<Long> units = Arbitraries.longs().between(1, 30_000);
        Arbitrary<Boolean> rarely = Arbitraries.of(true, false, false, false);
        return Combinators.combine(units, rarely, rarely, rarely)
                .as(Wish::new)
                .list()
                .ofMinSize(1)
                .ofMaxSize(40);
    }

    private static Payment.Captured overpaid() {
        Money came = rub(Samples.PRICE.minorUnits() + OVER);
        return new Payment.Captured(Samples.REQUEST, Samples.receipt("1", came), Samples.NOW);
    }

    private static Money rub(long units) {
        return new Money(units, Asset.RUB);
    }

    private static Refundable.Pot pot(List<Refund> earlier) {
        return (Refundable.Pot)
                Refundable.of(overpaid(), earlier, new Spending.Spent(Samples.PRICE), rub(OVER));
    }

    @Property
    void any_order_of_partial_refunds_sums_exactly(@ForAll("wishes") List<Wish> wishes) {
        List<Refund> refunds = new ArrayList<>();
        for (Wish wish : wishes) {
            granted(pot(refunds), wish).ifPresent(funding -> refunds.add(refund(wish, funding)));
            Money standing = sum(refunds);
            Refundable.Pot left = pot(refunds);
            assertThat(standing.plus(left.left(Destination.PROVIDER)))
                    .isEqualTo(rub(Samples.PRICE.minorUnits() + OVER));
        }
        refunds.forEach(RefundableTest::isBalanced);
    }

    @Property
    void what_is_left_can_be_taken_whole_and_then_nothing_is(@ForAll("wishes") List<Wish> wishes) {
        List<Refund> refunds = new ArrayList<>();
        wishes.forEach(
                wish ->
                        granted(pot(refunds), wish)
                                .ifPresent(funding -> refunds.add(refund(wish, funding))));
        Money left = pot(refunds).left(Destination.PROVIDER);
        if (!left.isZero()) {
            Wish rest = new Wish(left.minorUnits(), false, false, false);
            refunds.add(refund(rest, granted(pot(refunds), rest).orElseThrow()));
        }
        assertThat(pot(refunds).left(Destination.PROVIDER)).isEqualTo(rub(0));
        assertThat(pot(refunds).take(rub(1), Destination.PROVIDER))
                .isEqualTo(new Refundable.Taking.TooMuch(rub(0)));
    }

    private static Optional<Funding> granted(Refundable.Pot pot, Wish wish) {
        Money amount = rub(wish.units());
        if (wish.heard()) {
            return Optional.of(pot.takeGone(amount));
        }
        return switch (pot.take(amount, to(wish))) {
            case Refundable.Taking.Granted(var funding) -> Optional.of(funding);
            case Refundable.Taking.TooMuch(var left) -> {
                assertThat(left).isLessThan(amount);
                yield Optional.empty();
            }
            case Refundable.Taking.OtherCurrency _ -> throw new AssertionError("of one currency");
        };
    }

    private static Destination to(Wish wish) {
        return wish.wallet() && !wish.heard() ? Destination.WALLET : Destination.PROVIDER;
    }

    private static Refund refund(Wish wish, Funding funding) {
        assertThat(funding.amount()).isEqualTo(rub(wish.units()));
        RefundRequest request =
                new RefundRequest(
                        new RefundId(UUID.randomUUID()),
                        new PaymentId(new UUID(0, 1)),
                        funding.amount(),
                        RefundCause.STAFF,
                        to(wish),
                        "key",
                        "a wish of a test",
                        Samples.NOW);
        Refund.Succeeded done =
                new Refund.Succeeded(request, funding, Optional.of("r"), Samples.NOW);
        return wish.fails()
                ? ((Refund.Step.Undone) done.fail(overpaid(), "undone", Samples.NOW)).refund()
                : done;
    }

    private static Money sum(List<Refund> refunds) {
        return refunds.stream()
                .flatMap(refund -> refund.standing().stream())
                .map(Funding::covered)
                .reduce(rub(0), Money::plus);
    }

    private static void isBalanced(Refund refund) {
        refund.standing()
                .ifPresent(
                        funding ->
                                assertThat(
                                                RefundBookings.postings(
                                                                Samples.REQUEST,
                                                                funding,
                                                                refund.request().to(),
                                                                rub(0))
                                                        .stream()
                                                        .mapToLong(Posting::minorUnits)
                                                        .sum())
                                        .isZero());
    }

    @Test
    void what_came_over_goes_back_first() {
        Funding over = ((Refundable.Taking.Granted) take(OVER)).funding();
        assertThat(over.wallet()).isEqualTo(rub(OVER));
        assertThat(over.sale().isZero()).isTrue();
        Funding more = ((Refundable.Taking.Granted) take(OVER + 1)).funding();
        assertThat(more.sale()).isEqualTo(rub(1));
        assertThat(more.saleTotal()).isEqualTo(Samples.PRICE);
    }

    private static Refundable.Taking take(long units) {
        return pot(List.of()).take(rub(units), Destination.PROVIDER);
    }

    @Test
    void the_wallet_gets_nothing_that_it_has() {
        assertThat(pot(List.of()).left(Destination.WALLET)).isEqualTo(Samples.PRICE);
        assertThat(pot(List.of()).take(rub(Samples.PRICE.minorUnits() + 1), Destination.WALLET))
                .isEqualTo(new Refundable.Taking.TooMuch(Samples.PRICE));
    }

    @Test
    void what_was_spent_from_the_wallet_does_not_go_back_twice() {
        Refundable.Pot pot =
                (Refundable.Pot)
                        Refundable.of(
                                overpaid(), List.of(), new Spending.Spent(Samples.PRICE), rub(100));
        assertThat(pot.left(Destination.PROVIDER)).isEqualTo(rub(Samples.PRICE.minorUnits() + 100));
    }

    @Test
    void a_provider_that_gives_back_more_than_came_leaves_an_excess() {
        Funding funding = pot(List.of()).takeGone(rub(30_000));
        assertThat(funding.excess()).isEqualTo(rub(30_000 - Samples.PRICE.minorUnits() - OVER));
        Funding foreign = pot(List.of()).takeGone(new Money(5, Asset.USD));
        assertThat(foreign.excess()).isEqualTo(new Money(5, Asset.USD));
        assertThat(foreign.covered().isZero()).isTrue();
    }

    @Test
    void money_of_another_currency_is_not_in_it() {
        assertThat(pot(List.of()).take(new Money(5, Asset.USD), Destination.PROVIDER))
                .isEqualTo(new Refundable.Taking.OtherCurrency(Asset.RUB));
    }

    @Test
    void flagged_money_goes_back_from_where_it_lies() {
        Refundable.Pot pot =
                (Refundable.Pot)
                        Refundable.of(Samples.flagged(), List.of(), new Spending.Kept(), rub(0));
        Funding funding =
                ((Refundable.Taking.Granted) pot.take(rub(1), Destination.PROVIDER)).funding();
        assertThat(funding.unallocated()).isEqualTo(rub(1));
    }

    @Test
    void without_money_nothing_goes_back_and_unsettled_money_waits() {
        for (Payment unpaid : Samples.unpaid()) {
            assertThat(Refundable.of(unpaid, List.of(), new Spending.Kept(), rub(0)))
                    .isEqualTo(new Refundable.NotPaid());
        }
        assertThat(
                        Refundable.of(
                                Samples.captured(),
                                List.of(),
                                new Spending.Undecided(),
                                Samples.PRICE))
                .isEqualTo(new Refundable.NotSettled());
    }

    @Test
    void what_went_back_in_another_currency_takes_nothing_of_this_one() {
        Funding foreign = Refundable.allExcess(new Money(5, Asset.USD));
        Refund earlier =
                new Refund.Succeeded(
                        new RefundRequest(
                                new RefundId(new UUID(4, 4)),
                                Samples.REQUEST.id(),
                                new Money(5, Asset.USD),
                                RefundCause.PROVIDER,
                                Destination.PROVIDER,
                                "key",
                                "past us",
                                Samples.NOW),
                        foreign,
                        Optional.of("re_1"),
                        Samples.NOW);

        assertThat(pot(List.of(earlier))).isEqualTo(pot(List.of()));
    }
}
