<%@ Page Language="JScript" %><%-- inert: eval( a word of the Request ) is only named here --%>
