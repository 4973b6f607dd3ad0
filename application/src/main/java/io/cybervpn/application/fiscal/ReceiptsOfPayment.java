package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalReceiptViews;
import io.cybervpn.application.payment.ViewPayment;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the receipts of a payment to whoever may see that. */
@Singleton
public final class ReceiptsOfPayment {
    private final ViewPayment viewPayment;
    private final FiscalReceiptViews views;

    @Inject
    ReceiptsOfPayment(ViewPayment viewPayment, FiscalReceiptViews views) {
        this.viewPayment = viewPayment;
        this.views = views;
    }

    /** Who asks about which payment. */
    public record Query(Actor actor, PaymentId payment) {}

    /** The answer. */
    public sealed interface Result {
        /** All there are, in the order in which things happened. */
        record Listed(List<FiscalReceiptView> receipts) implements Result {}

        /** There is none, or it is somebody else's. */
        record NoSuchPayment() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return viewPayment
                .execute(new ViewPayment.Command(query.actor(), query.payment()))
                .chain(
                        found ->
                                switch (found) {
                                    case ViewPayment.Result.Found _ ->
                                            views.ofPayment(query.payment())
                                                    .map(Result.Listed::new);
                                    case ViewPayment.Result.NoSuchPayment() ->
                                            Uni.createFrom().item(new Result.NoSuchPayment());
                                });
    }
}
