package io.cybervpn.infrastructure.provisioning.remnawave;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;

/** What the panel says of itself, from 2.5 on. */
@JsonIgnoreProperties(ignoreUnknown = true)
record MetadataJson(String version) {
    /** The envelope. */
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Answer(MetadataJson response) {}
}
