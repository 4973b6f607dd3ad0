/** What somebody says of himself and agrees to: seen and edited by him, and by staff. */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.identity.profile;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
