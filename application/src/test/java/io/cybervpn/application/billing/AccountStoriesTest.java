package io.cybervpn.application.billing;

import static org.assertj.core.api.Assertions.assertThat;

import io.cybervpn.domain.billing.OrderId;
import io.cybervpn.domain.billing.model.Order;
import io.cybervpn.domain.billing.model.Purpose;
import io.cybervpn.domain.invoicing.model.Invoice;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.cybervpn.domain.payment.model.Refund;
import io.cybervpn.domain.payment.model.RefundRequest;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionChanged;
import io.cybervpn.domain.subscription.model.AddOnTime;
import io.cybervpn.domain.subscription.model.Deed;
import io.cybervpn.domain.subscription.model.Extension;
import io.cybervpn.domain.subscription.model.PaidTime;
import io.cybervpn.domain.subscription.model.Subscription;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.statistics.Statistics;

/**
 * Whatever one customer, his provider, his bank and staff do, and in whatever order: the books sum
 * to zero, no wallet is below zero, the days that he has are those that he paid for and was not
 * given back, and each paid order has one invoice.
 */
class AccountStoriesTest {
    /** Who orders often pays, and a dispute often ends. */
    @Provide
    static Arbitrary<List<AccountStory.Step>> stories() {
        List<AccountStory.Kind> kinds = new ArrayList<>(List.of(AccountStory.Kind.values()));
        kinds.addAll(Collections.nCopies(3, AccountStory.Kind.BUY));
        kinds.addAll(Collections.nCopies(8, AccountStory.Kind.PAY));
        kinds.addAll(Collections.nCopies(2, AccountStory.Kind.DISPUTE));
        kinds.addAll(Collections.nCopies(2, AccountStory.Kind.WIN));
        return Combinators.combine(Arbitraries.of(kinds), Arbitraries.integers().between(0, 29))
                .as(AccountStory.Step::new)
                .list()
                .ofMinSize(5)
                .ofMaxSize(60);
    }

    private static long balance(AccountStory story, LedgerAccount account) {
        return story.world.billing.ledger.balanceOf(account, Asset.RUB);
    }

    @Property(tries = 120)
    void books_days_and_invoices_agree_after_every_step(
            @ForAll("stories") List<AccountStory.Step> steps) {
        AccountStory story = new AccountStory();
        for (AccountStory.Step step : steps) {
            story.play(step);
            books(story);
            time(story);
            papers(story);
        }
        somethingHappened(story);
    }

    /** Stories in which nothing happens prove nothing. */
    private static void somethingHappened(AccountStory story) {
        Set<String> kinds =
                story.world.paid().stream()
                        .map(
                                order ->
                                        order.details()
                                                .request()
                                                .purpose()
                                                .getClass()
                                                .getSimpleName())
                        .collect(Collectors.toSet());
        for (String kind : List.of("NewSubscription", "Renewal", "PlanChange", "AddOn")) {
            often("paid: " + kind, kinds.contains(kind));
        }
        often("changed", !story.world.billing.outbox.events(SubscriptionChanged.class).isEmpty());
        often("given back", !story.world.billing.outbox.events(PaymentRefunded.class).isEmpty());
        often(
                "came again",
                !story.world.billing.outbox.events(PaymentRefundUndone.class).isEmpty());
    }

    private static void often(String what, boolean happened) {
        Statistics.label(what)
                .collect(happened)
                .coverage(seen -> seen.check(true).percentage(share -> share > 2));
    }

    private static void books(AccountStory story) {
        long sum =
                story.world.billing.ledger.transactions().stream()
                        .map(LedgerTransaction::postings)
                        .flatMap(List::stream)
                        .mapToLong(posting -> posting.minorUnits())
                        .sum();
        assertThat(sum).isZero();
        for (LedgerAccount pocket :
                List.of(
                        new LedgerAccount.CustomerWallet(story.world.billing.buyer),
                        new LedgerAccount.CustomerGrant(story.world.billing.buyer),
                        new LedgerAccount.CustomerHold(story.world.billing.buyer))) {
            assertThat(-balance(story, pocket)).as("%s", pocket).isNotNegative();
        }
        long took = story.came.values().stream().mapToLong(Money::minorUnits).sum();
        long gave = given(story).stream().mapToLong(AccountStoriesTest::amount).sum();
        assertThat(balance(story, new LedgerAccount.ProviderClearing("fake")))
                .as("what the provider has of ours")
                .isEqualTo(took + story.filled - gave);
        long sold =
                story.world.paid().stream()
                        .mapToLong(order -> order.details().total().minorUnits())
                        .sum();
        assertThat(story.world.billing.earned()).as("what was sold").isEqualTo(sold);
    }

    private static long amount(Refund refund) {
        return refund.request().amount().minorUnits();
    }

    /** Of the provider's money, what is promised or gone. */
    private static List<Refund> given(AccountStory story) {
        return story.world.refunds.all().stream()
                .filter(one -> !(one instanceof Refund.Failed || one instanceof Refund.Reported))
                .filter(one -> one.request().to() == RefundRequest.Destination.PROVIDER)
                .toList();
    }

    private static void time(AccountStory story) {
        List<OrderId> given = new ArrayList<>();
        long worth = 0;
        for (Subscription one : story.world.all()) {
            List<Deed> deeds = deeds(story, one);
            for (Deed deed : deeds) {
                if (deed instanceof Extension extension) {
                    given.add(extension.order());
                    worth += extension.worth().paid().orElseThrow().minorUnits();
                }
            }
            assertThat(Optional.of(one.expireAt()))
                    .isEqualTo(
                            PaidTime.endOf(
                                    deeds,
                                    story.world
                                            .subscriptions
                                            .returns
                                            .of(one.service().id())
                                            .await()
                                            .indefinitely()));
            given.addAll(addOns(story, one));
        }
        long sold =
                story.world.paid().stream()
                        .filter(AccountStoriesTest::isTime)
                        .mapToLong(order -> order.details().total().minorUnits())
                        .sum();
        assertThat(worth).as("time is worth what was paid for it").isEqualTo(sold);
        assertThat(given)
                .containsExactlyInAnyOrderElementsOf(
                        story.world.paid().stream().map(order -> order.details().id()).toList());
    }

    private static boolean isTime(Order.Paid order) {
        return !(order.details().request().purpose() instanceof Purpose.AddOn);
    }

    private static List<Deed> deeds(AccountStory story, Subscription of) {
        return story.world
                .subscriptions
                .subscriptions
                .deedsOf(of.service().id())
                .await()
                .indefinitely();
    }

    private static List<OrderId> addOns(AccountStory story, Subscription of) {
        return story
                .world
                .subscriptions
                .addOns
                .of(of.service().id())
                .await()
                .indefinitely()
                .stream()
                .map(AddOnTime::order)
                .toList();
    }

    private static void papers(AccountStory story) {
        List<Invoice> invoices = story.world.invoicing.invoices.all();
        assertThat(invoices).allMatch(Invoice.Paid.class::isInstance);
        assertThat(invoices.stream().mapToLong(one -> one.total().minorUnits()).sorted().boxed())
                .as("one of each paid order, of what it cost")
                .containsExactlyElementsOf(
                        story.world.paid().stream()
                                .map(order -> order.details().total().minorUnits())
                                .sorted()
                                .toList());
    }
}
