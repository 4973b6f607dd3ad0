package io.cybervpn.application.provisioning;

import io.cybervpn.application.identity.port.RefreshSecrets;
import io.cybervpn.application.shared.SecretBox;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.AccessLink;
import io.cybervpn.domain.provisioning.repository.AccessLinks;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;

/** Makes links and reads what they are. Works in the open unit of work. */
@Singleton
final class LinkDesk {
    private final AccessLinks links;
    private final RefreshSecrets secrets;
    private final SecretBox box;
    private final LinkSettings settings;
    private final Clock clock;

    @Inject
    LinkDesk(
            AccessLinks links,
            RefreshSecrets secrets,
            SecretBox box,
            LinkSettings settings,
            Clock clock) {
        this.links = links;
        this.secrets = secrets;
        this.box = box;
        this.settings = settings;
        this.clock = clock;
    }

    /** A link, as its owner sees it, and by what the one before was found. */
    record Made(String url, Optional<String> formerHash) {}

    /** Makes one unless there is one. */
    Uni<Void> ensure(AccessId access) {
        return links.add(next(access, secrets.next())).replaceWithVoid();
    }

    /** The link of an access, which is made if there is none. */
    Uni<String> url(AccessId access) {
        return links.find(access)
                .chain(
                        found ->
                                found.isPresent()
                                        ? Uni.createFrom().item(found)
                                        : ensure(access).chain(() -> links.find(access)))
                .map(Optional::orElseThrow)
                .map(this::url);
    }

    private String url(AccessLink link) {
        byte[] token = box.open(link.sealedToken(), AccessLink.purposeOf(link.access()));
        return settings.urlOf(new String(token, StandardCharsets.UTF_8));
    }

    /** Puts a new one in the place of the one before. */
    Uni<Made> replace(AccessId access) {
        String token = secrets.next();
        return links.find(access)
                .map(found -> found.map(AccessLink::tokenHash))
                .chain(
                        former ->
                                links.replace(next(access, token))
                                        .replaceWith(new Made(settings.urlOf(token), former)));
    }

    private AccessLink next(AccessId access, String token) {
        String sealed =
                box.seal(token.getBytes(StandardCharsets.UTF_8), AccessLink.purposeOf(access));
        return new AccessLink(access, AccessLink.hash(token), sealed, clock.instant());
    }
}
