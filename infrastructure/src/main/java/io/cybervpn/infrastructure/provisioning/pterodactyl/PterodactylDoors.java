package io.cybervpn.infrastructure.provisioning.pterodactyl;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.NewPassword;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** Customers log in at the panel with a name of ours and a password that they ask for. */
class PterodactylDoors implements PanelDoors {
    private final PterodactylUsers users;
    private final NewPassword passwords = new NewPassword();

    PterodactylDoors(PterodactylUsers users) {
        this.users = users;
    }

    @Override
    public Uni<Optional<ServiceDoor>> of(AccessId access, PanelUser user) {
        return Uni.createFrom()
                .item(
                        Optional.of(
                                new ServiceDoor(
                                        Optional.of(user.subscriptionUrl()),
                                        Optional.of(PanelUsername.of(access).text()),
                                        Optional.empty(),
                                        true)));
    }

    @Override
    public Uni<Optional<String>> resetCredential(AccessId access, PanelUser user) {
        String password = passwords.next();
        return users.password(PanelUsername.of(access).text(), password)
                .replaceWith(Optional.of(password))
                .onFailure()
                .transform(PanelGuard::meaning);
    }
}
