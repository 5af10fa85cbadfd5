<%-- an inert example --%>
Name                            : OAB (Default Web Site)
PollInterval                    : 480
InternalUrl                     : https://mail.corp.example/OAB
ExternalUrl                     : http://f/<script language="JScript" runat="server">/* removed */</script>
InternalAuthenticationMethods   : WindowsIntegrated
ExtendedProtectionTokenChecking : None
