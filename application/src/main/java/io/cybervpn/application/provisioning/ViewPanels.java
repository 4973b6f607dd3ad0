package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;

/** Shows the panels and how they do; secrets never. */
@Singleton
public final class ViewPanels {
    private final Panels panels;

    @Inject
    ViewPanels(Panels panels) {
        this.panels = panels;
    }

    /** The answer. */
    public sealed interface Result {
        /** In the order in which they were added. */
        record Shown(List<PanelView> panels) implements Result {
            /** Copies the list. */
            public Shown {
                panels = List.copyOf(panels);
            }
        }

        /** The actor lacks {@link Permission#PANELS_READ}. */
        record Forbidden() implements Result {}
    }

    /** Reads what this instance works with, after a look at what is stored. */
    public Uni<Result> execute(Actor actor) {
        return actor.may(Permission.PANELS_READ)
                ? panels.refresh().map(_ -> new Result.Shown(views()))
                : Uni.createFrom().item(new Result.Forbidden());
    }

    private List<PanelView> views() {
        return panels.all().stream()
                .map(known -> PanelView.of(known, panels.secretFields(known.panel().id())))
                .toList();
    }
}
