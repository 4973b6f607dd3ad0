package io.cybervpn.application.subscription;

import io.cybervpn.application.identity.HoldOwner;
import io.cybervpn.application.identity.SetTrialRight;
import io.cybervpn.application.shared.EventHandler;
import io.cybervpn.application.shared.UnitOfWork;
import io.cybervpn.domain.billing.OrderPaid;
import io.cybervpn.domain.identity.Owner;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Who has paid has no right to a trial any more. Repeatable. */
@Singleton
public final class CloseTrialOnOrderPaid implements EventHandler<OrderPaid> {
    private final UnitOfWork unitOfWork;
    private final HoldOwner holdOwner;
    private final SetTrialRight setTrialRight;

    @Inject
    CloseTrialOnOrderPaid(UnitOfWork unitOfWork, HoldOwner holdOwner, SetTrialRight setTrialRight) {
        this.unitOfWork = unitOfWork;
        this.holdOwner = holdOwner;
        this.setTrialRight = setTrialRight;
    }

    @Override
    public Class<OrderPaid> event() {
        return OrderPaid.class;
    }

    @Override
    public String name() {
        return "subscription.close-trial";
    }

    @Override
    public Uni<Void> handle(OrderPaid event) {
        return event.total().isZero()
                ? Uni.createFrom().voidItem()
                : unitOfWork.run(
                        () ->
                                holdOwner
                                        .execute(new HoldOwner.Query(event.account()))
                                        .chain(this::close));
    }

    /** The markers of who was erased were written then. */
    private Uni<Void> close(Owner owner) {
        return switch (owner) {
            case Owner.Nobody() -> Uni.createFrom().voidItem();
            case Owner.Of(var account) ->
                    setTrialRight
                            .execute(new SetTrialRight.Command(account, false))
                            .replaceWithVoid();
        };
    }
}
