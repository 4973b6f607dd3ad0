package io.cybervpn.application.payment;

import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows somebody his own payments, newest first. */
@Singleton
public final class ListOwnPayments {
    private final PaymentViews views;

    @Inject
    ListOwnPayments(PaymentViews views) {
        this.views = views;
    }

    /** Who asks, for which page. */
    public record Command(Actor actor, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** One page. */
        record Listed(Page<PaymentView> page) implements Result {}

        /** The actor has no account. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        return command.actor()
                .account()
                .map(account -> views.ofPayer(account, command.page()).map(ListOwnPayments::listed))
                .orElseGet(() -> Uni.createFrom().item(new Result.Forbidden()));
    }

    private static Result listed(Page<PaymentView> page) {
        return new Result.Listed(page);
    }
}
