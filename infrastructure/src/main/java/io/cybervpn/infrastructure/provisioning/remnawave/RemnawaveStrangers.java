package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.application.provisioning.port.PanelStrangers;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.PanelUserKey;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Stranger;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.util.Optional;

/** Who is on 2.x and 3.x besides users of ours. */
@Singleton
class RemnawaveStrangers implements PanelStrangers {
    private final RemnawaveClients panels;

    @Inject
    RemnawaveStrangers(RemnawaveClients panels) {
        this.panels = panels;
    }

    @Override
    public boolean offers(PanelId panel) {
        return panels.atWork().contains(panel.value().toString());
    }

    @Override
    public Uni<Page> page(PanelId panel, Optional<String> cursor, int size) {
        return panels.pages(panel)
                .filter(_ -> offers(panel))
                .map(pages -> pages.strangers(cursor, size))
                .orElseGet(RemnawaveStrangers::none)
                .onFailure()
                .transform(PanelClient::meaning);
    }

    private static <T> Uni<T> none() {
        return Uni.createFrom().failure(PanelUnavailable.untried("no such panel of Remnawave"));
    }

    @Override
    public Uni<Optional<Stranger>> find(PanelId panel, PanelUserKey key) {
        return user(panel, key)
                .map(answer -> Optional.of(answer.response()))
                .onFailure(failure -> isUserUnknown(failure, key))
                .recoverWithItem(Optional.empty())
                .map(found -> found.filter(UserPages::isForeign).map(UserJson::stranger))
                .onFailure()
                .transform(PanelClient::meaning);
    }

    /** Of one that is off nobody asks anything. */
    private Uni<UserJson.Answer> user(PanelId panel, PanelUserKey key) {
        return offers(panel) ? panels.call(panel, api -> ask(api, key)) : none();
    }

    private static Uni<UserJson.Answer> ask(RemnawaveApi api, PanelUserKey key) {
        return switch (key) {
            case PanelUserKey.Name(var name) -> api.user(name);
            case PanelUserKey.ShortUuid(var shortUuid) -> api.userByShortUuid(shortUuid);
            case PanelUserKey.Uuid(var uuid) -> api.userByUuid(uuid);
        };
    }

    /** To 3.x a UUID is no reference to a user at all. */
    private static boolean isUserUnknown(Throwable failure, PanelUserKey key) {
        return failure instanceof PanelAnswer answer
                && (answer.isUserUnknown()
                        || key instanceof PanelUserKey.Uuid && answer.status() == 400);
    }
}
