package io.cybervpn.infrastructure.provisioning.proxmox;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelDoors;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.cybervpn.application.provisioning.port.ServiceDoor;
import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.model.PanelUser;
import io.cybervpn.domain.provisioning.model.SshKey;
import io.cybervpn.infrastructure.provisioning.NewPassword;
import io.cybervpn.infrastructure.provisioning.PanelGuard;
import io.smallrye.mutiny.Uni;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.stream.StreamSupport;

/**
 * Customers log in at their machine itself, as cloud-init was told: with a password that they ask
 * for, or a key of theirs. Cloud-init looks only when a machine starts, so what runs is told by its
 * guest agent, and restarted where that cannot do it.
 */
class ProxmoxDoors implements PanelDoors {
    private static final String REBOOT = ProxmoxClient.form(Map.of("timeout", "60"));

    private final ProxmoxClient client;
    private final MachineFinder finder;
    private final NewPassword passwords = new NewPassword();

    ProxmoxDoors(ProxmoxClient client, MachineFinder finder) {
        this.client = client;
        this.finder = finder;
    }

    @Override
    public Uni<Optional<ServiceDoor>> of(AccessId access, PanelUser user) {
        return machine(access)
                .chain(it -> address(it).map(address -> Optional.of(door(it, address))))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Uni<Machine> machine(AccessId access) {
        return finder.find(access)
                .map(
                        found ->
                                found.machine()
                                        .orElseThrow(
                                                () -> new PanelUnavailable("it is not there")));
    }

    private static ServiceDoor door(Machine it, Optional<String> address) {
        boolean known = it.hasCloudInit() && it.user().isPresent();
        return new ServiceDoor(Optional.empty(), it.user().filter(_ -> known), address, known);
    }

    /** As it is set, else as the machine itself says. */
    private Uni<Optional<String>> address(Machine it) {
        return it.address().isPresent() || !it.hasAgent()
                ? Uni.createFrom().item(it.address())
                : client.call((api, token) -> api.interfaces(token, it.node(), it.vmid()))
                        .map(ProxmoxDoors::told)
                        .onFailure(ProxmoxDoors::isSilent)
                        .recoverWithItem(Optional.empty());
    }

    /** The agent does not run yet, or not at all; the cluster does. */
    private static boolean isSilent(Throwable failure) {
        return failure instanceof ProxmoxReply reply && !reply.isOutage() && !reply.isOfOneNode();
    }

    private static Optional<String> told(JsonNode answer) {
        return StreamSupport.stream(answer.path("result").spliterator(), false)
                .flatMap(
                        card ->
                                StreamSupport.stream(
                                        card.path("ip-addresses").spliterator(), false))
                .map(one -> one.path("ip-address").asText(""))
                .filter(ProxmoxDoors::reachesOthers)
                .min(Comparator.comparing(address -> address.contains(":")));
    }

    private static boolean reachesOthers(String address) {
        return !address.isEmpty()
                && !address.startsWith("127.")
                && !address.startsWith("169.254.")
                && !address.equals("::1")
                && !address.startsWith("fe80:");
    }

    @Override
    public Uni<Optional<String>> resetCredential(AccessId access, PanelUser user) {
        String password = passwords.next();
        return machine(access)
                .chain(
                        it ->
                                it.hasCloudInit() && it.user().isPresent()
                                        ? password(it, password).replaceWith(Optional.of(password))
                                        : Uni.createFrom().item(Optional.<String>empty()))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    private Uni<Void> password(Machine it, String password) {
        return configure(it, Map.of("cipassword", password))
                .chain(() -> it.hasAgent() ? byAgent(it, password) : restarted(it));
    }

    private Uni<Void> byAgent(Machine it, String password) {
        String form =
                ProxmoxClient.form(
                        Map.of("username", it.user().orElseThrow(), "password", password));
        return client.call((api, token) -> api.password(token, it.node(), it.vmid(), form))
                .replaceWithVoid()
                .onFailure(ProxmoxDoors::isSilent)
                .recoverWithUni(() -> restarted(it));
    }

    @Override
    public Uni<Boolean> setSshKey(AccessId access, PanelUser user, SshKey key) {
        return machine(access)
                .chain(
                        it ->
                                it.hasCloudInit()
                                        ? key(it, key).replaceWith(true)
                                        : Uni.createFrom().item(false))
                .onFailure()
                .transform(PanelGuard::meaning);
    }

    /** Restarted whatever was set before: the answer that it was restarted may have got lost. */
    private Uni<Void> key(Machine it, SshKey key) {
        return configure(it, Map.of("sshkeys", ProxmoxClient.kept(key.text() + "\n")))
                .chain(() -> restarted(it));
    }

    private Uni<JsonNode> configure(Machine it, Map<String, String> settings) {
        String form = ProxmoxClient.form(settings);
        return client.call((api, token) -> api.configure(token, it.node(), it.vmid(), form));
    }

    private Uni<Void> restarted(Machine it) {
        return it.running()
                ? client.call((api, token) -> api.reboot(token, it.node(), it.vmid(), REBOOT))
                        .replaceWithVoid()
                : Uni.createFrom().voidItem();
    }
}
