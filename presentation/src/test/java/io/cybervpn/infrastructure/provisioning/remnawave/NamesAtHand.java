package io.cybervpn.infrastructure.provisioning.remnawave;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.infrastructure.provisioning.AdoptedNames;
import io.smallrye.mutiny.Uni;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/** Names of users who were taken over, in memory. */
final class NamesAtHand implements AdoptedNames {
    private final Map<String, AccessId> names = new ConcurrentHashMap<>();

    void put(String name, AccessId access) {
        names.put(name, access);
    }

    @Override
    public Uni<Optional<String>> nameOf(PanelId panel, AccessId access) {
        return Uni.createFrom()
                .item(
                        names.entrySet().stream()
                                .filter(entry -> entry.getValue().equals(access))
                                .map(Map.Entry::getKey)
                                .findFirst());
    }

    @Override
    public Uni<Map<String, Adopted>> adopted(PanelId panel, Set<String> wanted) {
        return Uni.createFrom()
                .item(
                        names.entrySet().stream()
                                .filter(entry -> wanted.contains(entry.getKey()))
                                .collect(
                                        Collectors.toMap(
                                                Map.Entry::getKey,
                                                entry -> new Adopted(entry.getValue(), true))));
    }
}
