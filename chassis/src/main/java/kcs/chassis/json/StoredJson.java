package kcs.chassis.json;

import io.quarkus.hibernate.orm.JsonFormat;
import io.quarkus.hibernate.orm.PersistenceUnitExtension;
import jakarta.inject.Singleton;
import org.hibernate.type.descriptor.WrapperOptions;
import org.hibernate.type.descriptor.java.JavaType;
import org.hibernate.type.format.FormatMapper;
import org.hibernate.type.format.jackson.JacksonJsonFormatMapper;

/** Has Hibernate keep JSON as {@link ColumnJson} does. */
@JsonFormat
@PersistenceUnitExtension
@Singleton
public class StoredJson implements FormatMapper {
    private final JacksonJsonFormatMapper mapper;

    StoredJson(ColumnJson json) {
        mapper = new JacksonJsonFormatMapper(json.mapper());
    }

    @Override
    public <T> T fromString(CharSequence text, JavaType<T> type, WrapperOptions options) {
        return mapper.fromString(text, type, options);
    }

    @Override
    public <T> String toString(T value, JavaType<T> type, WrapperOptions options) {
        return mapper.toString(value, type, options);
    }
}
