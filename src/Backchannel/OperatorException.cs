namespace Backchannel;

/// <summary>
/// Something that whoever runs the program must put right: a path that is not there, a store that cannot be written, a wrong manifest. The
/// message is whole sentences that say what, where and what to do. Not for documents that cannot be read, which are a
/// <see cref="Problem"/> each, nor for wrong language packs.
/// </summary>
public sealed class OperatorException(string message, Exception? cause = null) : Exception(message, cause);
