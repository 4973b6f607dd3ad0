package io.cybervpn.application.appstore;

import io.cybervpn.application.appstore.port.StorePurchaseViews;
import io.cybervpn.application.appstore.port.StorePurchaseViews.StorePurchaseView;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.identity.AccountId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Shows staff what was bought in stores. Needs {@link Permission#PAYMENTS_READ}. */
@Singleton
public final class ListStorePurchases {
    private final StorePurchaseViews views;

    @Inject
    ListStorePurchases(StorePurchaseViews views) {
        this.views = views;
    }

    /** Who asks for which page; of one account or of all. */
    public record Query(Actor actor, Optional<AccountId> account, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** The page. */
        record Listed(Page<StorePurchaseView> page) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Query query) {
        return query.actor().may(Permission.PAYMENTS_READ)
                ? views.page(query.account(), query.page()).map(Result.Listed::new)
                : Uni.createFrom().item(new Result.Forbidden());
    }
}
