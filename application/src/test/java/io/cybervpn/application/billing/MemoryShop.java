package io.cybervpn.application.billing;

import io.cybervpn.application.billing.port.RenewableSubscriptions;
import io.cybervpn.application.billing.port.RenewableSubscriptions.Standing;
import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.catalogue.Samples;
import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.ledger.InMemoryLedger;
import io.cybervpn.application.ledger.PostTransaction;
import io.cybervpn.application.payment.FakeCharging;
import io.cybervpn.application.payment.InMemorySavedMethods;
import io.cybervpn.application.payment.PaymentDesk;
import io.cybervpn.application.shared.FixedIds;
import io.cybervpn.application.shared.InMemoryUnitOfWork;
import io.cybervpn.application.shared.Outbox;
import io.cybervpn.application.subscription.FindSubscription;
import io.cybervpn.domain.catalogue.model.Plan;
import io.cybervpn.domain.catalogue.model.Product;
import io.cybervpn.domain.identity.AccountId;
import io.cybervpn.domain.ledger.LedgerAccount;
import io.cybervpn.domain.ledger.LedgerTransaction;
import io.cybervpn.domain.ledger.Posting;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.Money;
import io.cybervpn.domain.subscription.SubscriptionId;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.util.List;
import java.util.UUID;

/** Billing for other contexts' tests: one plan for RUB 199.00, and wallets, over memory. */
public final class MemoryShop {
    public static final Money PRICE = new Money(19_900, Asset.RUB);

    public final FixedIds ids = new FixedIds();
    public final InMemoryOrders orders;
    public final InMemoryLedger ledger;
    public final InMemoryCatalogue catalogue;
    public final Product product = Samples.product();
    public final Plan plan = Samples.plan(product.id());
    public final PlaceOrder placeOrder;
    public final PayOrder payOrder;
    public final Quote quote;
    public final FakeCharging charging = new FakeCharging();
    public final InMemorySavedMethods methods;
    public final SettleOrderOnPaymentCaptured settle;

    private final Clock clock;

    public MemoryShop(
            InMemoryUnitOfWork unitOfWork,
            HoldOwner holdOwner,
            FindSubscription findSubscription,
            Outbox outbox,
            Clock clock) {
        this.clock = clock;
        orders = new InMemoryOrders(unitOfWork);
        ledger = new InMemoryLedger(unitOfWork);
        catalogue = new InMemoryCatalogue(unitOfWork);
        catalogue.put(product, plan);
        placeOrder =
                new PlaceOrder(
                        unitOfWork,
                        holdOwner,
                        catalogue.findOffer(),
                        bridge(findSubscription),
                        (_, _, wish) -> Uni.createFrom().failure(new AssertionError(wish)),
                        orders,
                        OrderLifetimesTest.usual(),
                        ids,
                        clock);
        PaymentDesk payment = new PaymentDesk(unitOfWork, ids, clock);
        Till till =
                new Till(
                        new Till.Purse(
                                ledger.spendFromWallet(ids, clock),
                                ledger.settleFromWallet(ids, clock),
                                ledger.releaseSetAside(ids, clock)),
                        payment.recordWalletPayment(),
                        orders,
                        outbox);
        payOrder =
                new PayOrder(
                        unitOfWork,
                        orders,
                        new PayFromWallet(unitOfWork, orders, till, clock),
                        payment.chargeSavedMethod(charging, outbox, ledger),
                        payment.views(),
                        clock);
        methods = payment.methods();
        settle = new SettleOrderOnPaymentCaptured(unitOfWork, orders, till, clock);
        quote = new Quote(catalogue.findOffer());
    }

    private static RenewableSubscriptions bridge(FindSubscription findSubscription) {
        return (owner, id) ->
                findSubscription
                        .execute(new FindSubscription.Query(new SubscriptionId(id)))
                        .map(found -> standing(owner, found));
    }

    private static Standing standing(AccountId owner, FindSubscription.Result found) {
        return found instanceof FindSubscription.Result.Found(var subscription)
                        && subscription.account().equals(owner)
                ? new Standing.Renewable(subscription.plan())
                : new Standing.Unknown();
    }

    /** Puts money into a wallet. */
    public void fill(AccountId owner, Money money) {
        LedgerAccount clearing = new LedgerAccount.ProviderClearing("fake");
        ledger.postTransaction(ids, clock)
                .execute(
                        new PostTransaction.Command(
                                "payment-captured:" + UUID.randomUUID(),
                                LedgerTransaction.Kind.PAYMENT_CAPTURED,
                                List.of(
                                        Posting.debit(clearing, money),
                                        Posting.credit(
                                                new LedgerAccount.CustomerWallet(owner), money))))
                .await()
                .indefinitely();
    }

    public long earned() {
        return -ledger.balanceOf(new LedgerAccount.Revenue(), Asset.RUB);
    }

    public long inWallet(AccountId owner) {
        return -ledger.balanceOf(new LedgerAccount.CustomerWallet(owner), Asset.RUB);
    }

    /** The plan costs something else from now on, or is not sold. */
    public void sell(Plan other) {
        catalogue.put(product, other);
    }

    /** A read of one. */
    public static <T> T run(Uni<T> work) {
        return work.await().indefinitely();
    }
}
