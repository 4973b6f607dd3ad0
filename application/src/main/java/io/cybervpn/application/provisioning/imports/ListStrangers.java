package io.cybervpn.application.provisioning.imports;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/**
 * Shows staff the users of a panel who are not the shop's, as the panel tells them now. Needs
 * {@link Permission#IMPORTS_READ}. Keeps nothing.
 */
@Singleton
public final class ListStrangers {
    private final Panels panels;
    private final PanelStrangers strangers;

    @Inject
    ListStrangers(Panels panels, PanelStrangers strangers) {
        this.panels = panels;
        this.strangers = strangers;
    }

    /**
     * Which.
     *
     * @param cursor empty for the first page
     * @param size users of the panel to look at, 1 to 500
     */
    public record Query(Actor actor, PanelId panel, Optional<String> cursor, int size) {}

    /** The answer. */
    public sealed interface Result {
        /**
         * A page; those of the shop are left out, so it may be short or empty and not the last.
         *
         * @param next where the next page starts; empty on the last one
         */
        record Shown(List<StrangerView> strangers, Optional<String> next) implements Result {
            /** Copies the list. */
            public Shown {
                strangers = List.copyOf(strangers);
            }
        }

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** It is off, or of a kind whose users cannot be taken over. */
        record NotOffered() implements Result {}

        /** It does not answer, or not so. */
        record Unavailable(String reason) implements Result {}

        /** The actor lacks the permission. */
        record Forbidden() implements Result {}
    }

    /** Reads through. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.IMPORTS_READ)) {
            return answer(new Result.Forbidden());
        }
        if (panels.find(query.panel()).isEmpty()) {
            return answer(new Result.NoSuchPanel());
        }
        return strangers.offers(query.panel()) ? read(query) : answer(new Result.NotOffered());
    }

    private Uni<Result> read(Query query) {
        return strangers
                .page(query.panel(), query.cursor(), query.size())
                .<Result>map(ListStrangers::shown)
                .onFailure(ListStrangers::isNoAnswer)
                .recoverWithItem(
                        failure -> new Result.Unavailable(String.valueOf(failure.getMessage())));
    }

    private static Result shown(PanelStrangers.Page page) {
        return new Result.Shown(
                page.strangers().stream().map(StrangerView::of).toList(), page.next());
    }

    static boolean isNoAnswer(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
