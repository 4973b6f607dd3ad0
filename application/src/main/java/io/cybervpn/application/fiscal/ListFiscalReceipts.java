package io.cybervpn.application.fiscal;

import io.cybervpn.application.fiscal.port.FiscalReceiptViews;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.payment.PaymentId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows staff the receipts. Needs {@link Permission#PAYMENTS_READ}. */
@Singleton
public final class ListFiscalReceipts {
    private final FiscalReceiptViews views;

    @Inject
    ListFiscalReceipts(FiscalReceiptViews views) {
        this.views = views;
    }

    /** Who asks for which; empty: any. */
    public record Query(
            Actor actor, Optional<String> state, Optional<PaymentId> payment, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** The page, newest first. */
        record Listed(Page<FiscalReceiptView> page) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.PAYMENTS_READ)
                ? views.page(query.state(), query.payment(), query.page()).map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
