package kcs.chassis.time;

import jakarta.inject.Qualifier;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import java.time.Clock;

/**
 * Asks for the machine's own {@link Clock}, which nobody moves: for what this process has agreed with others that know no
 * demonstration, such as when a token expires. What is due, or has happened, goes by the clock without this.
 */
@Qualifier
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.METHOD, ElementType.FIELD, ElementType.TYPE})
public @interface Technical {}
