package io.cybervpn.presentation.server.rest;

import io.cybervpn.domain.server.Place;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.NotNull;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a server is.
 *
 * @param latitude degrees north
 * @param longitude degrees east
 */
@Schema(name = "Place")
public record PlaceJson(
        @NotNull @DecimalMin("-90") @DecimalMax("90") BigDecimal latitude,
        @NotNull @DecimalMin("-180") @DecimalMax("180") BigDecimal longitude) {
    static PlaceJson of(Place place) {
        return new PlaceJson(place.latitude(), place.longitude());
    }

    Place toPlace() {
        return new Place(latitude, longitude);
    }
}
