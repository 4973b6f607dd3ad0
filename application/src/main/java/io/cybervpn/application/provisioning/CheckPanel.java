package io.cybervpn.application.provisioning;

import io.cybervpn.application.provisioning.port.PanelRefused;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.Panels;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.application.shared.Actor;
import io.cybervpn.application.shared.Permission;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Panel;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * Tries a panel with what is set now, also one that is off: whether it answers, takes our
 * credentials, and has the server groups that it is said to offer. Changes nothing. Needs {@link
 * Permission#PANELS_WRITE}.
 */
@Singleton
public final class CheckPanel {
    private final Panels panels;

    @Inject
    CheckPanel(Panels panels) {
        this.panels = panels;
    }

    /** Which. */
    public record Command(Actor actor, PanelId panel) {}

    /** What came of it. */
    public sealed interface Result {
        /**
         * It answers.
         *
         * @param version empty if it does not say
         * @param serverGroups that it has
         * @param missing groups that it is said to offer and does not have
         */
        record Works(String version, List<String> serverGroups, List<String> missing)
                implements Result {
            /** Copies the lists. */
            public Works {
                serverGroups = List.copyOf(serverGroups);
                missing = List.copyOf(missing);
            }
        }

        /** It does not; the reason is for staff. */
        record Fails(String reason) implements Result {}

        /** There is no such panel. */
        record NoSuchPanel() implements Result {}

        /** The actor may not. */
        record Forbidden() implements Result {}
    }

    /** Tries. */
    public Uni<Result> execute(Command command) {
        return command.actor().may(Permission.PANELS_WRITE)
                ? panels.refresh().chain(() -> check(command.panel()))
                : answer(new Result.Forbidden());
    }

    private Uni<Result> check(PanelId id) {
        return panels.find(id)
                .map(known -> check(known.panel()))
                .orElseGet(() -> answer(new Result.NoSuchPanel()));
    }

    private Uni<Result> check(Panel panel) {
        return panels.even(panel.id())
                .check()
                .<Result>map(found -> works(panel, found))
                .onFailure(CheckPanel::isAnswer)
                .recoverWithItem(failure -> new Result.Fails(String.valueOf(failure.getMessage())));
    }

    private static Result works(Panel panel, VpnPanel.Check found) {
        Stream<String> missing =
                panel.placing().groups().keySet().stream()
                        .filter(name -> !found.serverGroups().contains(name));
        return new Result.Works(
                found.version(),
                List.copyOf(new TreeSet<>(found.serverGroups())),
                missing.sorted().toList());
    }

    private static boolean isAnswer(Throwable failure) {
        return failure instanceof PanelUnavailable || failure instanceof PanelRefused;
    }

    private static Uni<Result> answer(Result result) {
        return Uni.createFrom().item(result);
    }
}
