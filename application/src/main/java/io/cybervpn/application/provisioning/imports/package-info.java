/**
 * People who come from elsewhere: users of a panel who are taken over with their link, row by row,
 * each once.
 */
@NullMarked
@CheckReturnValue
package io.cybervpn.application.provisioning.imports;

import com.google.errorprone.annotations.CheckReturnValue;
import org.jspecify.annotations.NullMarked;
