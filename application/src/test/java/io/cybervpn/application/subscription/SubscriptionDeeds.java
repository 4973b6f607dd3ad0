package io.cybervpn.application.subscription;

import io.cybervpn.application.catalogue.InMemoryAddOns;
import io.cybervpn.application.catalogue.InMemoryCatalogue;
import io.cybervpn.application.invoicing.FindInvoiceSale;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.payment.PaymentRefundUndone;
import io.cybervpn.domain.payment.PaymentRefunded;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** What else is done with the subscriptions of a {@link SubscriptionWorld}. */
public final class SubscriptionDeeds {
    public final PreviewPlanChange preview;
    public final PricePlanChange price;
    public final ChangePlan change;
    public final PriceAddOn priceAddOn;
    public final EndAddOns endAddOns;

    private final SubscriptionWorld world;
    private final GrantAddOnOnOrderPaid grant;
    private final ShortenOnPaymentRefunded shorten;
    private final RestoreOnPaymentRefundUndone restore;

    public SubscriptionDeeds(
            SubscriptionWorld world, InMemoryCatalogue catalogue, InMemoryAddOns sold) {
        this.world = world;
        PlanChangeDesk desk =
                new PlanChangeDesk(
                        catalogue.findTariff(),
                        world.subscriptions,
                        world.returns,
                        _ -> Uni.createFrom().item(Optional.empty()),
                        SubscriptionWorld.CHANGES,
                        world.clock);
        preview = new PreviewPlanChange(world.unitOfWork, desk);
        price = new PricePlanChange(world.unitOfWork, desk);
        change =
                new ChangePlan(
                        world.unitOfWork,
                        world.holdOwner,
                        desk,
                        world.subscriptions,
                        world.outbox,
                        world.ids);
        priceAddOn = new PriceAddOn(world.unitOfWork, world.subscriptions, sold.findAddOn());
        endAddOns =
                new EndAddOns(
                        world.unitOfWork,
                        world.addOns,
                        world.subscriptions,
                        world.outbox,
                        world.clock);
        grant =
                new GrantAddOnOnOrderPaid(
                        world.unitOfWork,
                        world.subscriptions,
                        world.addOns,
                        world.outbox,
                        world.clock);
        Reckoning reckoning = reckoning(world);
        shorten = new ShortenOnPaymentRefunded(reckoning);
        restore = new RestoreOnPaymentRefundUndone(reckoning);
    }

    private static Reckoning reckoning(SubscriptionWorld world) {
        return new Reckoning(
                world.unitOfWork,
                world.subscriptions,
                world.returns,
                world.addOns,
                new FindInvoiceSale(world.invoices),
                world.outbox,
                world.clock);
    }

    /** What an order bought. */
    public void handle(OrderPaid event) {
        world.extend.handle(event).await().indefinitely();
        grant.handle(event).await().indefinitely();
    }

    /** What is taken with money that goes back. */
    public void handle(PaymentRefunded event) {
        shorten.handle(event).await().indefinitely();
    }

    /** It came again. */
    public void handle(PaymentRefundUndone event) {
        restore.handle(event).await().indefinitely();
    }
}
