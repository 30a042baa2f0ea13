using System.CommandLine;
using Microsoft.Extensions.DependencyInjection;

namespace Gongbao.Platform.Hosting;

/// <summary>
/// Opens the program's services (store, city, access) for the data folder, database and city that the options name.
/// The host gives it to every command factory; a command disposes what it opened.
/// </summary>
/// <param name="options">The parsed command line, with <see cref="ProgramOptions"/>.</param>
public delegate ServiceProvider OpenServices(ParseResult options);
