package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.VpnPanel;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.AdoptedNames;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
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
    private final AdoptedNames names;

    UserPages(PanelId id, PanelClient panel, Versions versions, AdoptedNames names) {
        this.id = id;
        this.panel = panel;
        this.versions = versions;
        this.names = names;
    }

    private record Users(List<UserJson> all, Optional<String> next) {}

    /** Users of ours; one who was just taken over is ours as soon as his access is there. */
    Uni<VpnPanel.Page> page(Optional<String> cursor, int size) {
        return users(cursor, size).chain(users -> adopted(users).map(ours -> page(users, ours)));
    }

    /** Users who are not ours. */
    Uni<PanelStrangers.Page> strangers(Optional<String> cursor, int size) {
        return users(cursor, size)
                .chain(users -> adopted(users).map(ours -> strangers(users, ours.keySet())));
    }

    private static PanelStrangers.Page strangers(Users users, Set<String> adopted) {
        return new PanelStrangers.Page(
                users.all().stream()
                        .filter(UserPages::isForeign)
                        .filter(user -> !adopted.contains(user.username()))
                        .map(UserJson::stranger)
                        .toList(),
                users.next());
    }

    static boolean isForeign(UserJson user) {
        return PanelUsername.accessOf(user.username()).isEmpty();
    }

    private Uni<Map<String, AdoptedNames.Adopted>> adopted(Users users) {
        return names.adopted(
                id,
                users.all().stream()
                        .filter(UserPages::isForeign)
                        .map(UserJson::username)
                        .collect(Collectors.toSet()));
    }

    private VpnPanel.Page page(Users users, Map<String, AdoptedNames.Adopted> adopted) {
        return new VpnPanel.Page(
                users.all().stream().flatMap(user -> entry(user, adopted)).toList(), users.next());
    }

    private Uni<Users> users(Optional<String> cursor, int size) {
        return versions.present()
                .chain(
                        version ->
                                version.streamsUsers()
                                        ? streamed(cursor, size)
                                        : listed(cursor, size))
                .onFailure(UserPages::isRouteUnknown)
                .invoke(versions::forget);
    }

    private Uni<Users> streamed(Optional<String> cursor, int size) {
        return panel.call(api -> api.stream(size, cursor.orElse(null)))
                .map(answer -> new Users(answer.response().users(), next(answer)));
    }

    private static Optional<String> next(UsersJson.Answer answer) {
        return Boolean.TRUE.equals(answer.response().hasMore())
                ? Optional.ofNullable(answer.response().nextCursor())
                : Optional.empty();
    }

    private Uni<Users> listed(Optional<String> cursor, int size) {
        long start = cursor.map(UserPages::offset).orElse(0L);
        return panel.call(api -> api.list(start, size))
                .map(answer -> listedPage(answer.response(), start));
    }

    private static Users listedPage(UsersJson users, long start) {
        long end = start + users.users().size();
        boolean more = !users.users().isEmpty() && users.total() != null && end < users.total();
        return new Users(users.users(), Optional.of(Long.toString(end)).filter(_ -> more));
    }

    private Stream<VpnPanel.Entry> entry(UserJson user, Map<String, AdoptedNames.Adopted> adopted) {
        return PanelUsername.accessOf(user.username())
                .or(
                        () ->
                                Optional.ofNullable(adopted.get(user.username()))
                                        .filter(AdoptedNames.Adopted::wanted)
                                        .map(AdoptedNames.Adopted::access))
                .stream()
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
