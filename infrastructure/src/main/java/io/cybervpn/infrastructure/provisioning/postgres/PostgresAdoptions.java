package io.cybervpn.infrastructure.provisioning.postgres;

import io.cybervpn.domain.provisioning.AccessId;
import io.cybervpn.domain.provisioning.PanelId;
import io.cybervpn.domain.provisioning.model.Adoption;
import io.cybervpn.domain.provisioning.repository.Adoptions;
import io.quarkus.hibernate.reactive.panache.Panache;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** The table panel_adoption in the session of the open unit of work. */
@Singleton
final class PostgresAdoptions implements Adoptions {
    private static final String ADD =
            """
            insert into panel_adoption (panel_id, username, access_id, adopted_at)
            values (:panel, :name, :access, :at) on conflict (panel_id, username) do nothing""";
    private static final String FIND =
            "select access_id from panel_adoption where panel_id = :panel and username = :name";
    private static final String PANEL =
            "select panel_id from panel_adoption where access_id = :access";
    private static final String NAMED =
            "select access_id from panel_adoption where username = :name limit 100";

    @Override
    public Uni<Boolean> add(Adoption adoption) {
        return Panache.getSession()
                .chain(
                        session ->
                                session.createNativeQuery(ADD)
                                        .setParameter("panel", adoption.panel().value())
                                        .setParameter("name", adoption.username())
                                        .setParameter("access", adoption.access().value())
                                        .setParameter("at", adoption.at())
                                        .executeUpdate())
                .map(stored -> stored == 1);
    }

    @Override
    public Uni<Optional<AccessId>> find(PanelId panel, String username) {
        return ids(FIND, Map.of("panel", panel.value(), "name", username))
                .map(ids -> ids.stream().findFirst().map(AccessId::new));
    }

    @Override
    public Uni<Optional<PanelId>> panelOf(AccessId access) {
        return ids(PANEL, Map.of("access", access.value()))
                .map(ids -> ids.stream().findFirst().map(PanelId::new));
    }

    @Override
    public Uni<List<AccessId>> named(String username) {
        return ids(NAMED, Map.of("name", username))
                .map(ids -> ids.stream().map(AccessId::new).toList());
    }

    private static Uni<List<UUID>> ids(String sql, Map<String, Object> parameters) {
        return Panache.getSession()
                .map(session -> session.createNativeQuery(sql, UUID.class))
                .invoke(query -> parameters.forEach(query::setParameter))
                .chain(query -> query.getResultList());
    }
}
