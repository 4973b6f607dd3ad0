package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Reads all users: by stream where the panel has it (2.8 and later), else by list. A list is newest
 * first, so a user that is made meanwhile shows others twice but hides none; one that is deleted
 * may hide another, which the sweep then looks at once more.
 */
class UserPages {
    private final PanelId id;
    private final PanelClient panel;
    private final Versions versions;

    UserPages(PanelId id, PanelClient panel, Versions versions) {
        this.id = id;
        this.panel = panel;
        this.versions = versions;
    }

    Uni<VpnPanel.Page> page(Optional<String> cursor, int size) {
        return versions.present()
                .chain(
                        version ->
                                version.streamsUsers()
                                        ? streamed(cursor, size)
                                        : listed(cursor, size))
                .onFailure(UserPages::isRouteUnknown)
                .invoke(versions::forget);
    }

    private Uni<VpnPanel.Page> streamed(Optional<String> cursor, int size) {
        return panel.call(api -> api.stream(size, cursor.orElse(null)))
                .map(answer -> new VpnPanel.Page(entries(answer.response()), next(answer)));
    }

    private static Optional<String> next(UsersJson.Answer answer) {
        return Boolean.TRUE.equals(answer.response().hasMore())
                ? Optional.ofNullable(answer.response().nextCursor())
                : Optional.empty();
    }

    private Uni<VpnPanel.Page> listed(Optional<String> cursor, int size) {
        long start = cursor.map(UserPages::offset).orElse(0L);
        return panel.call(api -> api.list(start, size))
                .map(answer -> listedPage(answer.response(), start));
    }

    private VpnPanel.Page listedPage(UsersJson users, long start) {
        long end = start + users.users().size();
        boolean more = !users.users().isEmpty() && users.total() != null && end < users.total();
        return new VpnPanel.Page(entries(users), Optional.of(Long.toString(end)).filter(_ -> more));
    }

    private List<VpnPanel.Entry> entries(UsersJson users) {
        return users.users().stream().flatMap(this::entry).toList();
    }

    private Stream<VpnPanel.Entry> entry(UserJson user) {
        return PanelUsername.accessOf(user.username()).stream()
                .map(access -> new VpnPanel.Entry(access, user.state(), user.user(id)));
    }

    /** The panel was replaced by another version in the middle of a sweep. */
    private static long offset(String cursor) {
        if (!cursor.chars().allMatch(Character::isDigit)) {
            throw new PanelUnavailable("a cursor of another version of the panel");
        }
        return Long.parseLong(cursor);
    }

    private static boolean isRouteUnknown(Throwable failure) {
        return failure instanceof PanelAnswer answer && answer.isRouteUnknown();
    }
}
