package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelFigures;
import io.cybervpn.application.provisioning.port.PanelFigures.Figures;
import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.PanelId;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;

/** Shows staff what a panel says of itself (R119). Needs {@link Permission#PANELS_READ}. */
@Singleton
public final class ShowPanelFigures {
    private final Panels panels;
    private final PanelFigures figures;

    @Inject
    ShowPanelFigures(Panels panels, PanelFigures figures) {
        this.panels = panels;
        this.figures = figures;
    }

    /** Of which. */
    public record Query(Actor actor, PanelId panel) {}

    /** The answer. */
    public sealed interface Result {
        /** As it says now. */
        record Shown(Figures figures) implements Result {}

        /** Panels of this kind do not tell. */
        record NotOffered() implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** It does not answer, or not to us; the reason is for staff. */
        record NoAnswer(String reason) implements Result {}

        /** The actor may not see it. */
        record Forbidden() implements Result {}
    }

    /** Asks the panel. */
    public Uni<Result> execute(Query query) {
        if (!query.actor().may(Permission.PANELS_READ)) {
            return answer(new Result.Forbidden());
        }
        return panels.find(query.panel()).isPresent()
                ? asked(query.panel())
                : answer(new Result.NoSuchPanel());
    }

    private Uni<Result> asked(PanelId panel) {
        return figures.of(panel)
                .map(
                        found ->
                                found.<Result>map(Result.Shown::new)
                                        .orElseGet(Result.NotOffered::new))
                .onFailure(ShowPanelFigures::isAnswer)
                .recoverWithItem(
                        failure -> new Result.NoAnswer(String.valueOf(failure.getMessage())));
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
