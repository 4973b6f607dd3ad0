package io.cybervpn.application.catalogue;

import io.cybervpn.application.catalogue.port.CatalogueLists;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Page;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff all plans, on sale or not. Needs {@link Permission#CATALOGUE_READ}. */
@Singleton
public final class ListAllPlans {
    private final CatalogueLists lists;

    @Inject
    ListAllPlans(CatalogueLists lists) {
        this.lists = lists;
    }

    /** Who asks for which page, in the shop's order. */
    public record Command(Actor actor, Page.Request page) {}

    /** The answer. */
    public sealed interface Result {
        /** One page. */
        record Listed(Page<PlanView> page) implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Answers. Changes nothing. */
    public Uni<Result> execute(Command command) {
        if (!command.actor().may(Permission.CATALOGUE_READ)) {
            return Uni.createFrom().item(new Result.Forbidden());
        }
        return lists.plans().map(all -> new Result.Listed(Pages.cut(all, command.page())));
    }
}
