package io.cybervpn.infrastructure.provisioning.pterodactyl;

import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.PanelUsername;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.smallrye.mutiny.Uni;
import java.security.SecureRandom;
import java.util.Optional;
import java.util.stream.Collectors;

/** Customers log in at the panel with a name of ours and a password that they ask for. */
class PterodactylDoors implements PanelDoors {
    /** Without signs that look like others. */
    private static final String SIGNS = "abcdefghijkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789";

    /** More than 115 bits. */
    private static final int LENGTH = 20;

    private final PterodactylUsers users;
    private final SecureRandom random = new SecureRandom();

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
        String password = password();
        return users.password(PanelUsername.of(access).text(), password)
                .replaceWith(Optional.of(password))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private String password() {
        return random.ints(LENGTH, 0, SIGNS.length())
                .mapToObj(SIGNS::charAt)
                .map(String::valueOf)
                .collect(Collectors.joining());
    }
}
