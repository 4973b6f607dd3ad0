package io.cybervpn.infrastructure.provisioning.pterodactyl;

import com.fasterxml.jackson.databind.JsonNode;
import io.cybervpn.application.provisioning.port.PanelUnavailable;
import io.smallrye.mutiny.Uni;
import java.util.Optional;

/** The customers' users on the panel, one for each access. */
class PterodactylUsers {
    private final PterodactylClient client;

    PterodactylUsers(PterodactylClient client) {
        this.client = client;
    }

    /** The number of the user of that name, made if absent. */
    Uni<Integer> of(String name) {
        return find(name)
                .chain(
                        found ->
                                found.map(it -> Uni.createFrom().item(it))
                                        .orElseGet(() -> add(name)));
    }

    private Uni<Optional<Integer>> find(String name) {
        return client.find((api, key) -> api.user(key, name))
                .map(user -> user.map(PterodactylUsers::number));
    }

    private Uni<Integer> add(String name) {
        return client.one((api, key) -> api.addUser(key, PterodactylBodies.user(name)))
                .map(PterodactylUsers::number);
    }

    private static int number(JsonNode user) {
        return user.path("id").asInt();
    }

    /** Gives him another password. */
    Uni<Void> password(String name, String password) {
        return find(name)
                .map(user -> user.orElseThrow(() -> new PanelUnavailable("the user is not there")))
                .chain(
                        user ->
                                client.call(
                                        (api, key) ->
                                                api.editUser(
                                                        key,
                                                        user,
                                                        PterodactylBodies.user(name)
                                                                .put("password", password))))
                .replaceWithVoid();
    }

    /** Removes him, unless staff gave him other servers. */
    Uni<Void> remove(String name) {
        return find(name)
                .chain(user -> user.map(this::delete).orElseGet(() -> Uni.createFrom().voidItem()));
    }

    private Uni<Void> delete(int user) {
        return client.call((api, key) -> api.deleteUser(key, user))
                .onFailure(PterodactylUsers::isKept)
                .recoverWithNull();
    }

    private static boolean isKept(Throwable failure) {
        return failure instanceof PterodactylReply reply && (reply.isMissing() || !reply.mayHeal());
    }
}
