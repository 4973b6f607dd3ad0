package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff the payments of everybody. Needs {@link Permission#PAYMENTS_READ}. */
@Singleton
public final class ListPayments {
    private final PaymentViews views;

    @Inject
    ListPayments(PaymentViews views) {
        this.views = views;
    }

    /** Who asks, for what. */
    public record Command(Actor actor, PaymentFilter filter, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** One page, newest first. */
        record Listed(Page<PaymentRecord> page) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.PAYMENTS_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return views.all(command.filter(), command.page()).map(Result.Listed::new);
    }
}
