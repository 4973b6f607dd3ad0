package io.cybervpn.infrastructure.shared;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import com.fasterxml.jackson.datatype.jdk8.Jdk8Module;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import com.fasterxml.jackson.module.paramnames.ParameterNamesModule;
import io.cybervpn.domain.catalogue.Resources;
import io.cybervpn.domain.shared.Asset;
import io.cybervpn.domain.shared.DomainEvent;
import io.cybervpn.domain.shared.Limit;
import jakarta.inject.Inject;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Map;

/**
 * Events as JSON: an asset is its code, a limit its number or null, resources their column. Unknown
 * fields of newer versions are ignored.
 */
@Singleton
final class EventCodec {
    private final EventTypes types;
    private final ObjectMapper mapper;

    @Inject
    EventCodec(EventTypes types) {
        this.types = types;
        this.mapper =
                new ObjectMapper()
                        .registerModules(
                                new Jdk8Module(),
                                new JavaTimeModule(),
                                new ParameterNamesModule(),
                                ourTypes())
                        .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                        .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    String typeOf(DomainEvent event) {
        return types.nameOf(event);
    }

    String write(DomainEvent event) {
        try {
            return mapper.writeValueAsString(event);
        } catch (JsonProcessingException unwritable) {
            throw new UncheckedIOException(unwritable);
        }
    }

    DomainEvent read(String type, String json) {
        try {
            return mapper.readValue(json, types.classOf(type));
        } catch (JsonProcessingException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    private static SimpleModule ourTypes() {
        return new SimpleModule("cybervpn")
                .addSerializer(Asset.class, new AssetWriter())
                .addDeserializer(Asset.class, new AssetReader())
                .addSerializer(Limit.class, new LimitWriter())
                .addDeserializer(Limit.class, new LimitReader())
                .addSerializer(Resources.class, new ResourcesWriter())
                .addDeserializer(Resources.class, new ResourcesReader());
    }

    private static final class ResourcesWriter extends StdSerializer<Resources> {
        private static final long serialVersionUID = 1L;

        ResourcesWriter() {
            super(Resources.class);
        }

        @Override
        public void serialize(Resources resources, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writePOJO(ResourceColumn.map(resources));
        }
    }

    private static final class ResourcesReader extends StdDeserializer<Resources> {
        private static final long serialVersionUID = 1L;

        ResourcesReader() {
            super(Resources.class);
        }

        @Override
        @SuppressWarnings("unchecked")
        public Resources deserialize(JsonParser in, DeserializationContext context)
                throws IOException {
            return ResourceColumn.read((Map<String, Object>) context.readValue(in, Map.class));
        }

        @Override
        public Resources getNullValue(DeserializationContext context) {
            return Resources.none();
        }
    }

    private static final class AssetWriter extends StdSerializer<Asset> {
        private static final long serialVersionUID = 1L;

        AssetWriter() {
            super(Asset.class);
        }

        @Override
        public void serialize(Asset asset, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            out.writeString(asset.code());
        }
    }

    private static final class AssetReader extends StdDeserializer<Asset> {
        private static final long serialVersionUID = 1L;

        AssetReader() {
            super(Asset.class);
        }

        @Override
        public Asset deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Asset.of(in.getText());
        }
    }

    private static final class LimitWriter extends StdSerializer<Limit> {
        private static final long serialVersionUID = 1L;

        LimitWriter() {
            super(Limit.class);
        }

        @Override
        public void serialize(Limit limit, JsonGenerator out, SerializerProvider provider)
                throws IOException {
            switch (limit) {
                case Limit.Unlimited _ -> out.writeNull();
                case Limit.Of(var amount) -> out.writeNumber(amount);
            }
        }
    }

    private static final class LimitReader extends StdDeserializer<Limit> {
        private static final long serialVersionUID = 1L;

        LimitReader() {
            super(Limit.class);
        }

        @Override
        public Limit deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return Limit.of(in.getLongValue());
        }

        @Override
        public Limit getNullValue(DeserializationContext context) {
            return Limit.unlimited();
        }
    }
}
