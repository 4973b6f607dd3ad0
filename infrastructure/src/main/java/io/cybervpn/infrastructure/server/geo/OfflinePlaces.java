package io.cybervpn.infrastructure.server.geo;

import io.cybervpn.application.server.port.Places;
import io.cybervpn.domain.server.Place;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * Places from {@code cybervpn.servers.places}, each as {@code node=latitude/longitude}, and from a
 * table of countries that comes with the shop.
 */
@Singleton
final class OfflinePlaces implements Places {
    private static final String TABLE = "/geo/countries.csv";

    private final Map<String, Place> nodes;
    private final Map<String, Place> countries;

    @Inject
    OfflinePlaces(
            @ConfigProperty(name = "cybervpn.servers.places") Optional<List<String>> configured) {
        this.nodes = new HashMap<>();
        configured.orElse(List.of()).forEach(this::add);
        this.countries = table();
    }

    private void add(String line) {
        int equals = line.lastIndexOf('=');
        int slash = line.lastIndexOf('/');
        if (equals < 1 || slash < equals) {
            throw new IllegalArgumentException(
                    "cybervpn.servers.places: each is written as node=latitude/longitude");
        }
        nodes.put(
                line.substring(0, equals).strip(),
                place(line.substring(equals + 1, slash), line.substring(slash + 1)));
    }

    private static Map<String, Place> table() {
        try (InputStream file =
                        Objects.requireNonNull(OfflinePlaces.class.getResourceAsStream(TABLE));
                BufferedReader lines =
                        new BufferedReader(new InputStreamReader(file, StandardCharsets.UTF_8))) {
            Map<String, Place> places = new HashMap<>();
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .forEach(parts -> places.put(parts[0], place(parts[1], parts[2])));
            return places;
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static Place place(String latitude, String longitude) {
        return new Place(new BigDecimal(latitude.strip()), new BigDecimal(longitude.strip()));
    }

    @Override
    public Optional<Place> ofNode(String name) {
        return Optional.ofNullable(nodes.get(name));
    }

    @Override
    public Optional<Place> ofCountry(String country) {
        return Optional.ofNullable(countries.get(country));
    }
}
